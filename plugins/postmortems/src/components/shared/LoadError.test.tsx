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

import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { refusal } from '../../testing';
import { LoadError } from './LoadError';

describe('LoadError', () => {
  const retry = jest.fn();
  afterEach(() => retry.mockClear());

  it('says what went wrong and tries again', async () => {
    renderInTestApp(
      <LoadError error={new Error('Failed to fetch')} retry={retry} />,
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'This could not be loaded' + 'Failed to fetch',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(retry).toHaveBeenCalledTimes(1);
  });

  it.each([
    [403, 'NotAllowedError', 'You may not see this'],
    [404, 'NotFoundError', 'Not found'],
  ])('offers no second attempt at %i', async (status, name, title) => {
    renderInTestApp(
      <LoadError error={refusal(status, name, 'No')} retry={retry} />,
    );
    expect(await screen.findByText(title)).toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('repeats what the server says of a bad question, and offers to change it', async () => {
    renderInTestApp(
      <LoadError
        error={refusal(400, 'InputError', 'severity must be one of SEV-1')}
        retry={retry}
        action={<button>Clear filters</button>}
      />,
    );
    expect(
      await screen.findByText('severity must be one of SEV-1'),
    ).toBeInTheDocument();
    expect(screen.getAllByRole('button')).toHaveLength(1);
  });
});
