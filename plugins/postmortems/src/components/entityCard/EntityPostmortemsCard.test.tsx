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

import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import type { PostmortemsApi } from 'backstage-plugin-postmortems-common';
import { postmortemsApiRef } from '../../api';
import { rootRouteRef } from '../../routes';
import {
  aPostmortem,
  anActionItem,
  createFakePostmortemsApi,
} from '../../testing';
import { EntityPostmortemsCard } from './EntityPostmortemsCard';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'checkout', namespace: 'default' },
};
const within = 'entityRef=component%3Adefault%2Fcheckout';

function render(api: PostmortemsApi) {
  return renderInTestApp(
    <EntityProvider entity={entity}>
      <EntityPostmortemsCard />
    </EntityProvider>,
    {
      mountedRoutes: { '/postmortems': rootRouteRef },
      apis: [[postmortemsApiRef, api], mockApis.permission()],
    },
  );
}

const postmortems = [1, 2, 3, 4].map(month =>
  aPostmortem({
    id: `PM-${month}`,
    title: `Incident ${month}`,
    startedAt: `2026-0${month}-10T10:00:00Z`,
    entityRefs: ['component:default/checkout'],
    complianceStatus: month === 4 ? 'overdue' : 'met',
    completedAt: month === 4 ? undefined : '2026-05-01T00:00:00Z',
    actionItems:
      month === 1
        ? [
            anActionItem({ id: 'PM-1/A1', overdue: true }),
            anActionItem({ id: 'PM-1/A2', status: 'in-progress' }),
            anActionItem({ id: 'PM-1/A3', status: 'done' }),
          ]
        : [],
  }),
);

describe('the Postmortems card', () => {
  it('says what needs doing and what went wrong last, leading to each', async () => {
    render(createFakePostmortemsApi({ postmortems }));
    for (const [name, href] of [
      ['1 overdue postmortem', `/all?${within}&complianceStatus=overdue`],
      ['1 overdue action item', `/action-items?${within}&overdue=true`],
      ['2 open action items', `/action-items?${within}`],
      ['PM-4 Incident 4', '/PM-4'],
      ['All postmortems', `/all?${within}`],
    ]) {
      expect(await screen.findByRole('link', { name })).toHaveAttribute(
        'href',
        `/postmortems${href}`,
      );
    }
    expect(
      screen.getAllByText(/^Incident/).map(each => each.textContent),
    ).toEqual(['Incident 4', 'Incident 3', 'Incident 2']);
  });

  it('says that nothing is left to do', async () => {
    render(createFakePostmortemsApi({ postmortems: [postmortems[1]] }));
    expect(
      await screen.findByText('Nothing overdue, no open action items'),
    ).toBeInTheDocument();
    expect(screen.getByText('Incident 2')).toBeInTheDocument();
  });

  it('offers to start a postmortem where there is none', async () => {
    render(createFakePostmortemsApi());
    expect(await screen.findByText(/has been written up yet/)).toBeVisible();
    await waitFor(() =>
      expect(
        screen.getByRole('button', { name: 'Start postmortem' }),
      ).toHaveAttribute('href', `/postmortems/new?${within}`),
    );
    expect(screen.queryByText('All postmortems')).not.toBeInTheDocument();
  });

  it('tries again where it failed', async () => {
    const { listPostmortems } = createFakePostmortemsApi({ postmortems });
    const failing = jest
      .fn(listPostmortems)
      .mockRejectedValueOnce(new Error('timeout'));
    render(createFakePostmortemsApi({ postmortems, listPostmortems: failing }));
    expect(await screen.findByText('timeout')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Incident 4')).toBeInTheDocument();
  });
});
