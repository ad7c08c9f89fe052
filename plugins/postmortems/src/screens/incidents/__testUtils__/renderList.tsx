import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { incidentSchema } from 'backstage-plugin-postmortems-common';
import type {
  Incident,
  PostmortemsApi,
} from 'backstage-plugin-postmortems-common';
import { postmortemsApiRef } from '../../../data/postmortemsApiRef';
import { rootRouteRef } from '../../../routes';
import { createFakePostmortemsApi } from '../../../testing/fakePostmortemsApi';
import type { FakePostmortemsApiOptions } from '../../../testing/fakePostmortemsApi';
import { aPolicy, aPostmortem } from '../../../testing/fixtures';
import { AllPostmortemsPage } from '../../list/AllPostmortemsPage';

const policy = {
  ...aPolicy(),
  incidentSources: [{ id: 'pagerduty', title: 'PagerDuty' }],
};

/** A PagerDuty incident with an unmapped service. */
export function aWaitingIncident(overrides: Partial<Incident> = {}): Incident {
  return incidentSchema.parse({
    id: '7',
    source: 'pagerduty',
    sourceTitle: 'PagerDuty',
    key: 'Q7',
    title: 'Receipts were sent twice',
    url: 'https://pagerduty.example.com/Q7',
    disposition: 'waiting',
    blockedBy: 'services',
    startedAt: '2026-03-12T09:14:00Z',
    governingSeverity: 'SEV-2',
    unknownSeverities: [],
    entityRefs: [],
    teamRefs: [],
    unmappedServices: ['Receipts'],
    leftOut: [],
    private: false,
    ...overrides,
  });
}

/** An unstarted draft; lower numbers are due earlier. */
export function anUnstartedDraft(number: number) {
  return aPostmortem({
    id: `PM-${number}`,
    title: `Incident number ${number}`,
    status: 'draft',
    edited: false,
    complianceStatus: 'overdue',
    completedAt: undefined,
    dueAt: `2026-03-${10 + number}T23:59:59.999Z`,
    ownerRef: undefined,
  });
}

/** Renders all postmortems in a portal with incident sources. */
export function renderList(
  options: FakePostmortemsApiOptions & { waiting?: Incident[] },
  without: string[] = [],
  search = '',
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
  const api = createFakePostmortemsApi({
    policy,
    listIncidents,
    without,
    ...rest,
  });
  renderInTestApp(<AllPostmortemsPage />, {
    initialRouteEntries: [`/postmortems${search}`],
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
