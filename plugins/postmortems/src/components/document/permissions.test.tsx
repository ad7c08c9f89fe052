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

import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aDraft } from './__testUtils__/aDraft';
import { createFakeServer } from './__testUtils__/fakeServer';
import { renderPostmortem } from './__testUtils__/renderPostmortem';

// A file of its own, as the portal remembers permissions for a while.
describe('without the permission to change postmortems', () => {
  it('offers nothing to change to those who may not', async () => {
    const { api } = createFakeServer(
      aDraft({ ownerRef: undefined, waiver: undefined }),
    );
    renderPostmortem(api, { mayEdit: false, search: '?edit=true' });

    await screen.findByText('The cache was flushed.');
    expect(screen.getAllByText('No owner')).not.toHaveLength(0);
    expect(
      screen.queryAllByRole('button', { name: /Edit|Write|Take it|Change/ }),
    ).toHaveLength(0);
    expect(screen.queryByText(/Before publishing/)).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'More actions' }));
    expect(
      (await screen.findAllByRole('menuitem')).map(item => item.textContent),
    ).toEqual(['Print or save as PDF']);
  });
});
