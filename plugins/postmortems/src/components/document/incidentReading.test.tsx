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
import { aFollowingDraft } from './__testUtils__/aFollowingDraft';
import { createFakeServer } from './__testUtils__/fakeServer';
import { renderPostmortem } from './__testUtils__/renderPostmortem';

describe('the incident of a postmortem, for readers', () => {
  it('shows readers where it comes from, without a choice', async () => {
    const { api } = createFakeServer(aFollowingDraft());
    renderPostmortem(api, { mayEdit: false });

    const incident = await screen.findByRole('region', { name: 'Incident' });
    expect(
      within(incident).getByRole('link', { name: /^PagerDuty Q1/ }),
    ).toHaveAttribute('href', 'https://pagerduty.example.com/Q1');
    expect(incident).toHaveTextContent(
      /Also coversPagerDuty Q2From PagerDutyAffectedChanged hereTitleSeverity$/,
    );
    expect(screen.queryByText(/says otherwise/)).not.toBeInTheDocument();
  });

  it('leads on to the postmortem of the incident that it went on as part of', async () => {
    const [own] = aFollowingDraft().incidents;
    const mergedInto = { key: 'Q9', postmortemId: 'PM-50' };
    const { api } = createFakeServer(
      aFollowingDraft({ incidents: [{ ...own, mergedInto }] }),
    );
    renderPostmortem(api, { mayEdit: false });
    const incident = await screen.findByRole('region', { name: 'Incident' });
    expect(incident).toHaveTextContent('went on as part of PM-50');
    expect(
      within(incident).getByRole('link', { name: 'PM-50' }),
    ).toHaveAttribute('href', '/postmortems/PM-50');
  });
});
