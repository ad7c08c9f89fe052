import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  aWaitingIncident,
  anUnstartedDraft,
  renderList,
} from './__testUtils__/renderList';

// A separate file, because permissions are cached.
describe('incidents that need a postmortem', () => {
  it('show why they are blocked, without actions the reader may not use', async () => {
    renderList(
      {
        postmortems: [anUnstartedDraft(1)],
        waiting: [
          aWaitingIncident({
            id: '1',
            blockedBy: 'severity',
            governingSeverity: undefined,
            unknownSeverities: ['urgent', 'P9'],
          }),
          aWaitingIncident({ id: '2', unmappedServices: [] }),
          aWaitingIncident({
            id: '3',
            blockedBy: 'failed',
            error: 'The catalog is unavailable',
          }),
          aWaitingIncident({ id: '4', blockedBy: 'failed' }),
        ],
      },
      ['postmortem.create', 'postmortem.update', 'incident-source.manage'],
    );

    const strip = await screen.findByRole('region', {
      name: '5 incidents need a postmortem',
    });
    expect(within(strip).getAllByRole('listitem')).toHaveLength(4);
    await userEvent.click(
      within(strip).getByRole('button', { name: 'Show all 5' }),
    );
    await waitFor(() =>
      expect(within(strip).getAllByRole('listitem')).toHaveLength(5),
    );
    for (const why of [
      'Unmapped severity from PagerDuty: “urgent”, “P9”',
      "PagerDuty doesn't name any affected services.",
      "Couldn't create a postmortem, retrying: The catalog is unavailable",
      "Couldn't create a postmortem, retrying.",
    ]) {
      expect(strip).toHaveTextContent(why);
    }
    expect(strip).toHaveTextContent('No severity');
    expect(
      within(strip)
        .getAllByRole('button')
        .map(button => button.textContent),
    ).toEqual(['Hide']);
  });
});
