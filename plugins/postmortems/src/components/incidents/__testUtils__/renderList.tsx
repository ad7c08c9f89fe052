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
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { incidentSchema } from 'backstage-plugin-postmortems-common';
import type {
  Incident,
  PostmortemsApi,
} from 'backstage-plugin-postmortems-common';
import { postmortemsApiRef } from '../../../api';
import { rootRouteRef } from '../../../routes';
import {
  aPolicy,
  aPostmortem,
  createFakePostmortemsApi,
} from '../../../testing';
import type { FakePostmortemsApiOptions } from '../../../testing';
import { AllPostmortemsPage } from '../../list';

const policy = {
  ...aPolicy(),
  incidentSources: [{ id: 'pagerduty', title: 'PagerDuty' }],
};

/** An incident of PagerDuty whose service nobody mapped. */
export function aWaitingIncident(overrides: Partial<Incident> = {}): Incident {
  return incidentSchema.parse({
    id: '7',
    source: 'pagerduty',
    sourceTitle: 'PagerDuty',
    key: 'Q7',
    title: 'Receipts were sent twice',
    url: 'https://pagerduty.example.com/Q7',
    standing: 'waiting',
    waitingFor: 'services',
    startedAt: '2026-03-12T09:14:00Z',
    governingSeverity: 'SEV-2',
    unknownSeverities: [],
    entityRefs: [],
    teamRefs: [],
    unmappedServices: ['Receipts'],
    private: false,
    ...overrides,
  });
}

/** A draft that nobody has begun; the lower its number, the earlier it is due. */
export function anUnbegunDraft(number: number) {
  return aPostmortem({
    id: `PM-${number}`,
    title: `Incident number ${number}`,
    status: 'draft',
    begun: false,
    complianceStatus: 'overdue',
    completedAt: undefined,
    dueAt: `2026-03-${10 + number}T23:59:59.999Z`,
    ownerRef: undefined,
  });
}

/** Opens the page over all postmortems, in a portal to which incidents come by themselves. */
export function renderList(
  options: FakePostmortemsApiOptions & { waiting?: Incident[] },
  without: string[] = [],
) {
  const { waiting = [], ...rest } = options;
  const listIncidents = jest.fn<
    ReturnType<PostmortemsApi['listIncidents']>,
    Parameters<PostmortemsApi['listIncidents']>
  >(async ({ query }) => ({
    items: waiting.slice(0, Number(query?.limit)),
    totalItems: waiting.length,
    pageInfo: {},
  }));
  const api = createFakePostmortemsApi({ policy, listIncidents, ...rest });
  renderInTestApp(<AllPostmortemsPage />, {
    mountedRoutes: {
      '/postmortems': rootRouteRef,
      '/catalog/:namespace/:kind/:name': entityRouteRef,
    },
    apis: [
      [postmortemsApiRef, api],
      [catalogApiRef, catalogApiMock()],
      mockApis.permission({
        authorize: ({ permission }) =>
          without.includes(permission.name)
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
      }),
    ],
  });
  return { listIncidents };
}
