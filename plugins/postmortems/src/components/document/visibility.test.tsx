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

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { refusal } from '../../testing';
import { aDraft } from './__testUtils__/aDraft';
import { createFakeServer } from './__testUtils__/fakeServer';
import { renderPostmortem } from './__testUtils__/renderPostmortem';

jest.setTimeout(30_000);

async function chooseRestricted() {
  await userEvent.click(
    await screen.findByRole('button', {
      name: 'Edit title, outcome, visibility and labels',
    }),
  );
  const dialog = await screen.findByRole('dialog');
  await userEvent.click(within(dialog).getByLabelText('Restricted'));
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
  return dialog;
}

describe('the visibility', () => {
  it('is changed among the facts, and stands beside the title where not all see it', async () => {
    const server = createFakeServer(aDraft());
    renderPostmortem(server.api, { search: '?edit=true' });

    await chooseRestricted();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(server.current().visibility).toBe('restricted');
    const heading = screen.getByRole('heading', { name: /^PM-42/ });
    expect(heading).toHaveTextContent(/cache flush Restricted$/);

    await userEvent.hover(within(heading).getByText('Restricted'));
    expect(await screen.findByRole('tooltip')).toHaveTextContent(
      /^Seen only by its owner, incident commander/,
    );
  });

  it('says beside the choice why it is refused', async () => {
    const { api } = createFakeServer(aDraft(), {
      updatePostmortem: async () => {
        throw refusal(
          403,
          'NotAllowedError',
          'visibility must stay such that you see it',
        );
      },
    });
    renderPostmortem(api, { search: '?edit=true' });

    const dialog = await chooseRestricted();
    expect(
      await within(dialog).findByText(
        'Who may see it must stay such that you see it',
      ),
    ).toBeInTheDocument();
    expect(within(dialog).getByLabelText('Restricted')).toBeChecked();
  });
});
