import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Postmortem } from 'backstage-plugin-postmortems-common';
import { aDraft, sectionsWith } from '../__testUtils__/aDraft';
import { createFakeServer } from '../__testUtils__/fakeServer';
import { renderPostmortem } from '../__testUtils__/renderPostmortem';

/** A postmortem that meets all requirements for publishing. */
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

/** Opens the publish dialog and returns what it sends. */
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

describe('notifications about publication', () => {
  it('are turned on by watching and off again', async () => {
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

  it('are sent for the first publication, unless declined', async () => {
    const { sent, dialog } = await publishDialogOf(aReviewed());
    expect(dialog).toHaveTextContent('checkout and watchers will be notified.');
    const announce = within(dialog).getByRole('checkbox', {
      name: 'Announce publication',
    });
    expect(announce).toBeChecked();
    await userEvent.click(announce);
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Publish' }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(sent).toEqual([{ to: 'published', announce: false }]);
  });

  it('are not sent for a later publication, unless requested', async () => {
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
    expect(dialog).toHaveTextContent(
      'will be notified, as will watchers with a role in this postmortem',
    );
    const announce = within(dialog).getByRole('checkbox', {
      name: 'Announce publication',
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
