/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import Button from '@material-ui/core/Button';
import IconButton from '@material-ui/core/IconButton';
import TableSortLabel from '@material-ui/core/TableSortLabel';
import { render } from '@testing-library/react';
import { useFocusRing } from './useFocusRing';

function Buttons() {
  const ring = useFocusRing();
  return (
    <>
      <Button {...ring}>Edit</Button>
      <IconButton {...ring}>Edit</IconButton>
      <TableSortLabel {...ring}>Due</TableSortLabel>
    </>
  );
}

it('is for buttons of every kind', () => {
  const complaints = jest.spyOn(console, 'error').mockImplementation();
  render(<Buttons />);
  expect(complaints.mock.calls.map(String)).not.toContainEqual(
    expect.stringContaining('does not recognize'),
  );
  complaints.mockRestore();
});
