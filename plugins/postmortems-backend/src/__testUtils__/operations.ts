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

import { endpoints } from 'backstage-plugin-postmortems-common';
import type {
  Comment,
  EndpointInput,
  EndpointName,
  EndpointOutput,
  Postmortem,
  PostmortemsApi,
} from 'backstage-plugin-postmortems-common';
import { aCreate } from './harness';
import type { TestPortal } from './harness';
import { aWaitingIncident } from './incidents';
import { FAKE_SOURCE } from './FakeSource';
import { ROLES } from './roles';
import type { Role } from './roles';

type Input<N extends EndpointName> = EndpointInput<(typeof endpoints)[N]>;

/** What an operation is about, and how it is asked for. */
export type Line<N extends EndpointName> = {
  /** Who may do it, where it is not all who hold its permission. */
  only?: Role[];
} & (
  | {
      /** One postmortem, or an action item of it. */
      about: 'one';
      /** @param made - what `first` answered */
      input: (subject: Postmortem, made?: unknown) => Input<N>;
      /** Makes it possible; the owner does it. */
      first?: (
        api: PostmortemsApi,
        subject: Postmortem,
        portal: TestPortal,
      ) => Promise<unknown>;
    }
  | {
      /** All postmortems that one sees. */
      about: 'all';
      input: Input<N>;
      count: (answer: EndpointOutput<(typeof endpoints)[N]>) => unknown;
    }
  | { about: 'none'; input: () => Input<N> }
);

const inside = ({ id }: Postmortem) => ({ params: { id } });
const current = ({ id, revision }: Postmortem) => ({
  params: { id },
  ifMatch: revision,
});
const item = (subject: Postmortem) => ({
  params: { id: subject.id, key: 'A1' },
  ifMatch: subject.actionItems[0].revision,
});
const ticket = { params: { key: 'A1' } };
const event = (subject: Postmortem) => ({
  params: { id: subject.id, itemId: subject.timeline[0].id },
  ifMatch: 1,
});
const factor = (subject: Postmortem) => ({
  params: { id: subject.id, itemId: subject.contributingFactors[0].id },
  ifMatch: 1,
});
const link = (subject: Postmortem) => ({
  params: { ...ticket.params, id: subject.id },
  body: { url: 'https://tracker.example.com/SHOP-1' },
});

const PEOPLE = (Object.keys(ROLES) as Role[]).filter(
  role => role !== 'service',
);
const OPERATORS = (Object.keys(ROLES) as Role[]).filter(
  role => role !== 'reader',
);
const APPROVERS = PEOPLE.filter(role => role !== 'owner');

const meeting = { scheduledFor: '2026-03-20T09:00:00Z' };
const plan = (api: PostmortemsApi, subject: Postmortem) =>
  api.putMeeting({ ...current(subject), body: meeting });
const remark = (api: PostmortemsApi, subject: Postmortem) =>
  api.addComment({ ...inside(subject), body: { markdown: 'x' } });
const remarked = ({ id }: Postmortem, made: unknown) => ({
  params: { id, itemId: (made as Comment | undefined)?.id ?? '1' },
});

/** A line for every operation: without one, this does not compile. */
const LINES: { [N in EndpointName]: Line<N> } = {
  listPostmortems: {
    about: 'all',
    input: { query: {} },
    count: answer => [answer.items.length, answer.totalItems],
  },
  listActionItems: {
    about: 'all',
    input: { query: {} },
    count: answer => [answer.items.length, answer.totalItems],
  },
  summarizeActionItems: {
    about: 'all',
    input: { query: { groupBy: 'postmortem' } },
    count: answer => [answer.groups.length, answer.overall.total],
  },
  getCompliance: {
    about: 'all',
    input: { query: { groupBy: 'severity' } },
    count: answer => [answer.groups[0].total, answer.overall.total],
  },
  getPostmortem: { about: 'one', input: inside },
  listHistory: { about: 'one', input: inside },
  listTimelineEvents: { about: 'one', input: inside },
  listContributingFactors: { about: 'one', input: inside },
  listPostmortemActionItems: { about: 'one', input: inside },
  updatePostmortem: {
    about: 'one',
    input: subject => ({ ...current(subject), body: { outcome: 'incident' } }),
  },
  deletePostmortem: { about: 'one', input: current },
  putSection: {
    about: 'one',
    input: ({ id }) => ({
      params: { id, key: 'summary' },
      body: { markdown: 'y' },
      ifMatch: 1,
    }),
  },
  changeStatus: {
    about: 'one',
    input: subject => ({ ...current(subject), body: { to: 'in-review' } }),
  },
  putOwner: {
    about: 'one',
    input: subject => ({
      ...current(subject),
      body: { ownerRef: 'user:default/owner' },
    }),
  },
  acknowledgeOwner: { about: 'one', input: inside, only: ['owner'] },
  handOverOwner: {
    about: 'one',
    input: subject => ({ ...inside(subject), body: { reason: 'x' } }),
    only: ['owner'],
  },
  putSnooze: {
    about: 'one',
    input: subject => ({
      ...inside(subject),
      body: { until: '2026-04-01T00:00:00Z' },
    }),
    only: PEOPLE,
  },
  listSnoozes: { about: 'none', input: () => ({}), only: PEOPLE },
  suggestOwners: {
    about: 'one',
    input: ({ id }) => ({
      body: { entityRefs: ['component:default/orphan'], postmortemId: id },
    }),
  },
  putReviewers: {
    about: 'one',
    input: subject => ({
      ...current(subject),
      body: { reviewerRefs: ['user:default/auditor'] },
    }),
  },
  addReview: {
    about: 'one',
    first: (api, subject) =>
      api.changeStatus({ ...current(subject), body: { to: 'in-review' } }),
    input: subject => ({
      ...inside(subject),
      body: { verdict: 'approve', contentRevision: subject.contentRevision },
    }),
    only: PEOPLE,
  },
  watch: { about: 'one', input: inside, only: PEOPLE },
  unwatch: { about: 'one', input: inside, only: PEOPLE },
  putMeeting: {
    about: 'one',
    input: subject => ({ ...current(subject), body: meeting }),
  },
  getAgenda: { about: 'one', input: inside },
  getMeetingCalendar: { about: 'one', first: plan, input: inside },
  listComments: { about: 'one', first: remark, input: inside },
  addComment: {
    about: 'one',
    input: subject => ({ ...inside(subject), body: { markdown: 'x' } }),
    only: PEOPLE,
  },
  updateComment: {
    about: 'one',
    first: remark,
    input: (subject, made) => ({
      ...remarked(subject, made),
      body: { markdown: 'y' },
      ifMatch: 1,
    }),
    only: ['owner'],
  },
  // Of others by all who may delete the postmortem.
  removeComment: { about: 'one', first: remark, input: remarked, only: PEOPLE },
  resolveComment: {
    about: 'one',
    first: remark,
    input: remarked,
    only: PEOPLE,
  },
  reopenComment: { about: 'one', first: remark, input: remarked, only: PEOPLE },
  putWaiver: {
    about: 'one',
    input: subject => ({ ...current(subject), body: { reason: 'x' } }),
    only: APPROVERS,
  },
  deleteWaiver: { about: 'one', input: current },
  putExtension: {
    about: 'one',
    input: subject => ({
      ...current(subject),
      body: { reason: 'x', dueAt: '2026-06-01T00:00:00Z' },
    }),
    only: APPROVERS,
  },
  deleteExtension: { about: 'one', input: current },
  addTimelineEvent: {
    about: 'one',
    input: subject => ({
      ...inside(subject),
      body: { occurredAt: '2026-03-10T09:20:00Z', text: 'x' },
    }),
  },
  updateTimelineEvent: {
    about: 'one',
    input: subject => ({ ...event(subject), body: { text: 'y' } }),
  },
  removeTimelineEvent: { about: 'one', input: event },
  addContributingFactor: {
    about: 'one',
    input: subject => ({ ...inside(subject), body: { title: 'x' } }),
  },
  updateContributingFactor: {
    about: 'one',
    input: subject => ({ ...factor(subject), body: { title: 'y' } }),
  },
  removeContributingFactor: { about: 'one', input: factor },
  addActionItem: {
    about: 'one',
    input: subject => ({
      ...inside(subject),
      body: { title: 'x', kind: 'prevent', priority: 'P1' },
    }),
  },
  updateActionItem: {
    about: 'one',
    input: subject => ({ ...item(subject), body: { title: 'y' } }),
  },
  removeActionItem: { about: 'one', input: item },
  bulkUpdateActionItems: {
    about: 'one',
    input: ({ actionItems: [{ id, revision }] }) => ({
      body: { items: [{ id, revision }], set: { status: 'in-progress' } },
    }),
  },
  putTicket: { about: 'one', input: link },
  removeTicket: { about: 'one', input: link },
  syncTicket: {
    about: 'one',
    input: link,
    first: (api, subject) => api.putTicket(link(subject)),
  },
  listTrackers: { about: 'none', input: () => ({}) },
  chooseSourceFact: {
    about: 'one',
    input: subject => ({
      params: { id: subject.id, field: 'title' },
      body: { choose: 'ours' },
      ifMatch: subject.revision,
    }),
  },
  coverIncident: {
    about: 'one',
    input: ({ id }, incidentId) => ({
      params: { id, incidentId: String(incidentId) },
    }),
    first: (_api, { id }, portal) => aWaitingIncident(portal, id),
  },
  // What of them is whose business, tests/incidents.test.ts knows.
  listIncidents: { about: 'none', input: () => ({ query: {} }) },
  listIncidentSources: {
    about: 'none',
    input: () => ({}),
    only: OPERATORS,
  },
  listIncidentDeliveries: {
    about: 'none',
    input: () => ({ query: {} }),
    only: OPERATORS,
  },
  listUnmappedServices: {
    about: 'none',
    input: () => ({}),
    only: OPERATORS,
  },
  requestBackfill: {
    about: 'none',
    input: () => ({
      params: { source: FAKE_SOURCE },
      body: { since: '2026-01-01T00:00:00Z' },
    }),
  },
  replayIncidentDelivery: {
    about: 'none',
    input: () => ({ params: { deliveryId: '1' } }),
  },
  getPolicy: { about: 'none', input: () => ({}) },
  previewDeadline: {
    about: 'none',
    input: () => ({ body: { severity: 'SEV-1' } }),
  },
  createPostmortem: { about: 'none', input: () => ({ body: aCreate() }) },
  importPostmortem: {
    about: 'none',
    input: () => ({ body: { ...aCreate(), importKey: String(Math.random()) } }),
  },
};

type AnyLine = Line<'getPostmortem'> | Line<'listPostmortems'>;

/** The line of an operation known only when the test runs. */
export function lineOf(name: EndpointName): AnyLine {
  return LINES[name] as unknown as AnyLine;
}

/** Calls such an operation. */
export function call(
  api: PostmortemsApi,
  name: EndpointName,
  input: unknown,
): Promise<unknown> {
  return (api[name] as (request: unknown) => Promise<unknown>)(input);
}

/** Every operation. */
export const OPERATIONS = Object.keys(endpoints) as EndpointName[];

/** They only ask for something long, or change what nobody else sees. */
export const QUESTIONS: EndpointName[] = [
  'previewDeadline',
  'suggestOwners',
  'putSnooze',
  'watch',
  'unwatch',
];
