import { screen, within } from '@testing-library/react';
import { aFollowingDraft } from '../__testUtils__/aFollowingDraft';
import { createFakeServer } from '../__testUtils__/fakeServer';
import { renderPostmortem } from '../__testUtils__/renderPostmortem';

describe('the incident of a postmortem, for readers', () => {
  it('shows readers its origin without a choice', async () => {
    const { api } = createFakeServer(aFollowingDraft());
    renderPostmortem(api, { mayEdit: false });

    const incident = await screen.findByRole('region', { name: 'Incident' });
    expect(
      within(incident).getByRole('link', { name: /^PagerDuty Q1/ }),
    ).toHaveAttribute('href', 'https://pagerduty.example.com/Q1');
    expect(incident).toHaveTextContent(
      /Also coversPagerDuty Q2From PagerDutyAffected entitiesEdited hereTitleSeverity$/,
    );
    expect(
      screen.queryByText(/reports .*different value/),
    ).not.toBeInTheDocument();
  });

  it('links to the postmortem of the incident that it was merged into', async () => {
    const [own] = aFollowingDraft().incidents;
    const mergedInto = { key: 'Q9', postmortemId: 'PM-50' };
    const { api } = createFakeServer(
      aFollowingDraft({ incidents: [{ ...own, mergedInto }] }),
    );
    renderPostmortem(api, { mayEdit: false });
    const incident = await screen.findByRole('region', { name: 'Incident' });
    expect(incident).toHaveTextContent('merged into PM-50');
    expect(
      within(incident).getByRole('link', { name: 'PM-50' }),
    ).toHaveAttribute('href', '/postmortems/PM-50');
  });
});
