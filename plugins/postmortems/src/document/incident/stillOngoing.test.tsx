import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aDraft } from '../__testUtils__/aDraft';
import { createFakeServer } from '../__testUtils__/fakeServer';
import { renderPostmortem } from '../__testUtils__/renderPostmortem';
import { toLocalInput } from '../../ui/fields/localTime';

const question = () =>
  screen.findByRole('region', { name: 'Is the incident still ongoing?' });

const LAST_NEWS = '2026-03-11T09:14:00.000Z';

function anOngoing(confirmFrom = '2026-03-14T09:14:00.000Z') {
  return aDraft({
    resolvedAt: undefined,
    ongoing: { lastNewsAt: LAST_NEWS, confirmFrom },
  });
}

describe('an incident without news', () => {
  it('is resolved with one click, at the time of the last news', async () => {
    const server = createFakeServer(anOngoing());
    renderPostmortem(server.api);
    const asked = await question();
    expect(within(asked).getByLabelText('Resolved at')).toHaveValue(
      toLocalInput(LAST_NEWS),
    );
    await userEvent.click(
      within(asked).getByRole('button', { name: 'Mark as resolved' }),
    );
    await waitFor(() => expect(server.current().resolvedAt).toBe(LAST_NEWS));
  });

  it('is still ongoing with one click, which ends the question', async () => {
    const server = createFakeServer(anOngoing());
    renderPostmortem(server.api);
    await userEvent.click(
      within(await question()).getByRole('button', { name: 'Still ongoing' }),
    );
    await waitFor(() =>
      expect(
        screen.queryByText('Is the incident still ongoing?'),
      ).not.toBeInTheDocument(),
    );
    expect(server.current().resolvedAt).toBeUndefined();
  });

  it('asks nothing before the time is up, or of readers', async () => {
    const later = new Date(Date.now() + 3_600_000).toISOString();
    const early = createFakeServer(anOngoing(later));
    const { unmount } = renderPostmortem(early.api);
    await screen.findByRole('heading', { name: /^PM-42/ });
    expect(
      screen.queryByText('Is the incident still ongoing?'),
    ).not.toBeInTheDocument();
    unmount();

    renderPostmortem(createFakeServer(anOngoing()).api, { mayEdit: false });
    await screen.findByRole('heading', { name: /^PM-42/ });
    expect(
      screen.queryByText('Is the incident still ongoing?'),
    ).not.toBeInTheDocument();
  });
});
