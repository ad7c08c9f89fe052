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
import {
  aWaitingIncident,
  anUnbegunDraft,
  renderList,
} from './__testUtils__/renderList';

// Permissions are remembered within a file, so this reader has one of their own.
describe('incidents for which nobody has started a postmortem', () => {
  it('say what each waits for; what a reader may not do is not offered', async () => {
    renderList(
      {
        postmortems: [anUnbegunDraft(1)],
        waiting: [
          aWaitingIncident({
            id: '1',
            waitingFor: 'severity',
            governingSeverity: undefined,
            unknownSeverities: ['urgent', 'P9'],
          }),
          aWaitingIncident({ id: '2', unmappedServices: [] }),
          aWaitingIncident({
            id: '3',
            waitingFor: 'failed',
            error: 'The catalog cannot be reached',
          }),
          aWaitingIncident({ id: '4', waitingFor: 'failed' }),
          aWaitingIncident({ id: '5', waitingFor: 'deleted' }),
        ],
      },
      ['postmortem.create', 'postmortem.update', 'incident-source.manage'],
    );

    const strip = await screen.findByRole('region', {
      name: '6 incidents wait for a postmortem',
    });
    expect(within(strip).getAllByRole('listitem')).toHaveLength(4);
    await userEvent.click(
      within(strip).getByRole('button', { name: 'Show all 6' }),
    );
    await waitFor(() =>
      expect(within(strip).getAllByRole('listitem')).toHaveLength(6),
    );
    for (const why of [
      'PagerDuty calls its severity “urgent”, “P9”, which nobody has mapped yet.',
      'PagerDuty does not say what is affected.',
      'It could not be made a postmortem, and is tried again: The catalog cannot be reached',
      'It could not be made a postmortem, and is tried again.',
      'Its postmortem was deleted, and it gets no other by itself.',
    ]) {
      expect(strip).toHaveTextContent(why);
    }
    expect(strip).toHaveTextContent('No severity');
    expect(within(strip).queryByRole('button')).not.toBeInTheDocument();
  });
});
