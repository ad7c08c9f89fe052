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

import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aDraft } from './__testUtils__/aDraft';
import { createFakeServer } from './__testUtils__/fakeServer';
import { renderPostmortem } from './__testUtils__/renderPostmortem';

jest.setTimeout(30_000);

// A file of its own, as the portal remembers permissions for a while.
describe('without the permission to publish', () => {
  it('says so, and offers the other steps', async () => {
    const { api } = createFakeServer(aDraft({ status: 'in-review' }));
    renderPostmortem(api, {
      search: '?edit=true',
      without: ['postmortem.publish'],
    });

    const checklist = await screen.findByRole('region', {
      name: 'Before publishing',
    });
    expect(
      await within(checklist).findByText(
        /takes a permission that your account/,
      ),
    ).toBeVisible();
    expect(within(checklist).queryByRole('button')).toBeNull();

    await userEvent.click(
      screen.getByRole('button', { name: 'Status: In review. Change it' }),
    );
    expect(
      (await screen.findAllByRole('menuitem')).map(item => item.textContent),
    ).toEqual(['Back to draft']);
  });
});
