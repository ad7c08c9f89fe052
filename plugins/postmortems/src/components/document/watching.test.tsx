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
import type { Postmortem } from 'backstage-plugin-postmortems-common';
import { aDraft, sectionsWith } from './__testUtils__/aDraft';
import { createFakeServer } from './__testUtils__/fakeServer';
import { renderPostmortem } from './__testUtils__/renderPostmortem';

/** A postmortem with all that publishing takes. */
function aReviewed(overrides: Partial<Postmortem> = {}) {
  return aDraft({
    status: 'in-review',
    actionItemsRequired: false,
    contributingFactors: [
      {
        id: '1',
        title: 'One cache',
        category: 'design',
        description: '',
        revision: 1,
      },
    ],
    sections: sectionsWith({
      summary: 'S',
      impact: 'I',
      'what-happened': 'W',
      resolution: 'R',
    }),
    ...overrides,
  });
}

/** Opens the dialog that publishes; what it then sends. */
async function publishDialogOf(postmortem: Postmortem) {
  const sent: unknown[] = [];
  const server = createFakeServer(postmortem);
  renderPostmortem({
    ...server.api,
    changeStatus: input => {
      sent.push(input.body);
      return server.api.changeStatus(input);
    },
  });
  await userEvent.click(
    await screen.findByRole('button', { name: /^Status: In review/ }),
  );
  await userEvent.click(
    await screen.findByRole('menuitem', { name: 'Publish' }),
  );
  return { sent, dialog: await screen.findByRole('dialog') };
}

describe('being told of a publication', () => {
  it('is asked for by watching, and given up again', async () => {
    const server = createFakeServer(aDraft(), {
      watch: async () => ({ ...server.current(), watching: true }),
      unwatch: async () => ({ ...server.current(), watching: false }),
    });
    renderPostmortem(server.api);

    const button = await screen.findByRole('button', { name: 'Watch' });
    expect(button).toHaveAttribute('aria-pressed', 'false');
    await userEvent.click(button);
    await waitFor(() => expect(button).toHaveAttribute('aria-pressed', 'true'));
    await userEvent.click(button);
    await waitFor(() =>
      expect(button).toHaveAttribute('aria-pressed', 'false'),
    );
  });

  it('is announced with the first publication, unless that is not wanted', async () => {
    const { sent, dialog } = await publishDialogOf(aReviewed());
    expect(dialog).toHaveTextContent(
      'Told are checkout, and those who watch it.',
    );
    const announce = within(dialog).getByRole('checkbox', {
      name: 'Announce it',
    });
    expect(announce).toBeChecked();
    await userEvent.click(announce);
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Publish' }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(sent).toEqual([{ to: 'published', announce: false }]);
  });

  it('is not announced again with a later publication, unless that is wanted', async () => {
    const { sent, dialog } = await publishDialogOf(
      aReviewed({
        visibility: 'restricted',
        publications: [
          {
            at: '2026-03-14T15:00:00Z',
            by: 'user:default/ana.silva',
            contentRevision: 1,
          },
        ],
      }),
    );
    expect(dialog).toHaveTextContent('and are named in it.');
    const announce = within(dialog).getByRole('checkbox', {
      name: 'Announce it',
    });
    expect(announce).not.toBeChecked();
    await userEvent.click(announce);
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Publish' }),
    );
    await waitFor(() =>
      expect(sent).toEqual([{ to: 'published', announce: true }]),
    );
  });
});
