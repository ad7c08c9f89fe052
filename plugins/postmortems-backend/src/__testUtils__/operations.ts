import { endpoints } from 'backstage-plugin-postmortems-common';
import type {
  Comment,
  EndpointInput,
  EndpointName,
  EndpointOutput,
  HistoryEntry,
  LiveUpdates,
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

/** How to call an operation, and on what. */
export type Line<N extends EndpointName> = {
  /** Allowed roles, if not all with the permission. */
  only?: Role[];
} & (
  | {
      /** One postmortem or one of its action items. */
      about: 'one';
      /** @param made - response of `first` */
      input: (subject: Postmortem, made?: unknown) => Input<N>;
      /** Prepares the operation, as the owner. */
      first?: (
        api: PostmortemsApi,
        subject: Postmortem,
        portal: TestPortal,
      ) => Promise<unknown>;
    }
  | {
      /** All visible postmortems. */
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
const withdrawn = (subject: Postmortem, made?: unknown) => ({
  ...current(
    (made as Postmortem | undefined)?.revision ? (made as Postmortem) : subject,
  ),
  body: { reason: 'x' },
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
const requestChanges = async (
  api: PostmortemsApi,
  subject: Postmortem,
  portal: TestPortal,
) => {
  await api.changeStatus({ ...current(subject), body: { to: 'in-review' } });
  const { contentRevision } = subject;
  return portal.as('reviewer').addReview({
    ...inside(subject),
    body: { verdict: 'request-changes', comment: 'x', contentRevision },
  });
};
const remark = (api: PostmortemsApi, subject: Postmortem) =>
  api.addComment({ ...inside(subject), body: { markdown: 'x' } });
const remarked = ({ id }: Postmortem, made: unknown) => ({
  params: { id, itemId: (made as Comment | undefined)?.id ?? '1' },
});

/** One line per operation, enforced by the type. */
const LINES: { [N in EndpointName]: Line<N> } = {
  listPostmortems: {
    about: 'all',
    input: { query: { text: 'include' } },
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
  listComplianceExceptions: {
    about: 'all',
    input: { query: {} },
    count: answer => [answer.items.length, answer.totalItems],
  },
  getInsights: {
    about: 'all',
    input: { query: {} },
    count: answer => [
      answer.incidents.n,
      answer.incidents.periods.reduce((sum, { n }) => sum + n, 0),
    ],
  },
  getPostmortem: { about: 'one', input: inside },
  findSimilarPostmortems: {
    about: 'one',
    input: ({ id }) => ({ query: { postmortemId: id } }),
  },
  listHistory: { about: 'one', input: inside },
  listTimelineEvents: { about: 'one', input: inside },
  listContributingFactors: { about: 'one', input: inside },
  listPostmortemActionItems: { about: 'one', input: inside },
  updatePostmortem: {
    about: 'one',
    input: subject => ({ ...current(subject), body: { outcome: 'incident' } }),
  },
  confirmOngoing: {
    about: 'one',
    first: (api, subject) =>
      api.updatePostmortem({
        ...current(subject),
        body: { resolvedAt: null, reason: 'x' },
      }),
    input: inside,
  },
  deletePostmortem: {
    about: 'one',
    input: subject => ({ ...current(subject), body: { reason: 'x' } }),
  },
  listDeletedPostmortems: {
    about: 'none',
    input: () => ({ query: {} }),
    only: OPERATORS,
  },
  restorePostmortem: {
    about: 'one',
    first: (api, subject) =>
      api.deletePostmortem({ ...current(subject), body: { reason: 'x' } }),
    input: subject => ({ ...inside(subject), body: {} }),
  },
  redactPostmortem: {
    about: 'one',
    input: subject => ({
      ...inside(subject),
      body: { text: subject.title.split(' ')[0], reason: 'x' },
    }),
  },
  putSection: {
    about: 'one',
    input: ({ id }) => ({
      params: { id, key: 'summary' },
      body: { markdown: 'y' },
      ifMatch: 1,
    }),
  },
  restoreSection: {
    about: 'one',
    first: async (api, subject) => {
      const params = { id: subject.id, key: 'tooling' as const };
      await api.putSection({ params, body: { markdown: 'x' }, ifMatch: 0 });
      const { items } = await api.listHistory({ params });
      return items[0];
    },
    input: ({ id }, made) => ({
      params: { id, key: 'tooling' },
      body: {
        entryId: (made as HistoryEntry | undefined)?.id ?? '1',
        version: 'before',
      },
      ifMatch: 1,
    }),
  },
  openLiveDocument: {
    about: 'one',
    input: ({ id }) => ({ params: { id, key: 'summary' } }),
  },
  listLiveUpdates: {
    about: 'one',
    first: (api, { id }) =>
      api.openLiveDocument({ params: { id, key: 'summary' } }),
    input: ({ id }) => ({ params: { id, key: 'summary' } }),
  },
  addLiveUpdate: {
    about: 'one',
    first: (api, { id }) =>
      api.openLiveDocument({ params: { id, key: 'summary' } }),
    input: ({ id }, made) => ({
      params: { id, key: 'summary' },
      body: {
        generation: (made as LiveUpdates | undefined)?.generation ?? 1,
        update: 'AAA=',
      },
    }),
  },
  listPresence: { about: 'one', input: inside },
  putPresence: {
    about: 'one',
    input: subject => ({
      ...inside(subject),
      body: { tabId: 'tab12345', sections: ['summary'] },
    }),
    only: PEOPLE,
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
  listFeeds: { about: 'none', input: () => ({}), only: PEOPLE },
  createFeed: { about: 'none', input: () => ({ body: {} }), only: PEOPLE },
  removeFeed: {
    about: 'none',
    input: () => ({ params: { feedId: '999' } }),
    only: PEOPLE,
  },
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
      // Nobody can hide a restricted postmortem from themselves.
      body: {
        reviewerRefs: ['user:default/auditor', 'user:default/reviewer'],
      },
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
  dismissReview: {
    about: 'one',
    first: requestChanges,
    input: subject => ({
      ...inside(subject),
      body: { reviewerRef: 'user:default/reviewer', reason: 'x' },
    }),
    only: APPROVERS,
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
  listMentions: {
    about: 'all',
    input: { query: { userRef: 'user:default/mentioned' } },
    count: answer => [answer.items.length, answer.totalItems],
  },
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
  // Comments of others can be removed by everyone who may delete the postmortem.
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
  deleteWaiver: {
    about: 'one',
    first: (_api, subject, portal) =>
      portal
        .as('auditor')
        .putWaiver({ ...current(subject), body: { reason: 'x' } }),
    input: withdrawn,
  },
  putExtension: {
    about: 'one',
    input: subject => ({
      ...current(subject),
      body: { reason: 'x', dueAt: '2026-06-01T00:00:00Z' },
    }),
    only: APPROVERS,
  },
  deleteExtension: {
    about: 'one',
    first: (_api, subject, portal) =>
      portal.as('auditor').putExtension({
        ...current(subject),
        body: { reason: 'x', dueAt: '2026-06-01T00:00:00Z' },
      }),
    input: withdrawn,
  },
  correctFacts: {
    about: 'one',
    input: subject => ({
      ...current(subject),
      body: { reason: 'x', resolvedAt: '2026-03-10T12:00:00Z' },
    }),
    only: APPROVERS,
  },
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
  findContributingFactors: {
    about: 'all',
    input: { query: { text: 'alert' } },
    count: ({ items }) => [items[0].postmortems, items[0].postmortems],
  },
  mergeContributingFactors: {
    about: 'none',
    input: () => ({ body: { from: 'Nothing has this', into: 'x' } }),
  },
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
      body: { choose: 'current' },
      ifMatch: subject.revision,
    }),
  },
  coverIncident: {
    about: 'one',
    input: ({ id }, incidentId = '1') => ({
      params: { id, incidentId: String(incidentId) },
      body: { reason: 'The same incident' },
    }),
    first: async (_api, { id }, portal) => {
      // Nothing can be merged into unconfirmed claims.
      await portal.as('auditor').confirmImports({ body: { items: [{ id }] } });
      return aWaitingIncident(portal, id);
    },
    // Its waiver would also excuse the incident.
    only: APPROVERS,
  },
  mergePostmortem: {
    about: 'one',
    input: (subject, intoId = 'PM-987653') => ({
      ...current(subject),
      body: {
        intoId: typeof intoId === 'string' ? intoId : 'PM-987653',
        reason: 'The same incident',
      },
    }),
    first: async (_api, { visibility }, portal) => {
      const concerned = ['owner', 'commander', 'contributor', 'reviewer'];
      const { id } = await portal.asService.createPostmortem({
        body: aCreate({
          visibility,
          ownerRef: 'user:default/owner',
          contributors: concerned.map(name => ({
            userRef: `user:default/${name}`,
            role: 'responder',
          })),
        }),
      });
      return id;
    },
  },
  previewMerge: {
    about: 'one',
    input: ({ id }, incidentId = '1') => ({
      params: { id },
      body: { incidentId: String(incidentId) },
    }),
    first: (_api, { id }, portal) => aWaitingIncident(portal, id),
  },
  // Visibility of incidents is tested in incidents.test.ts.
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
  listIncidentMappings: {
    about: 'none',
    input: () => ({}),
    only: OPERATORS,
  },
  putIncidentMapping: {
    about: 'none',
    input: () => ({
      query: { source: FAKE_SOURCE, kind: 'severity', word: 'Odd' },
      body: { severity: 'SEV-1' },
    }),
  },
  removeIncidentMapping: {
    about: 'none',
    input: () => ({
      query: { source: FAKE_SOURCE, kind: 'severity', word: 'Odd' },
    }),
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
  confirmImports: {
    about: 'one',
    input: ({ id, revision }) => ({ body: { items: [{ id, revision }] } }),
    only: APPROVERS,
  },
};

type AnyLine = Line<'getPostmortem'> | Line<'listPostmortems'>;

/** The line of an operation, by dynamic name. */
export function lineOf(name: EndpointName): AnyLine {
  return LINES[name] as unknown as AnyLine;
}

/** Calls an operation by dynamic name. */
export function call(
  api: PostmortemsApi,
  name: EndpointName,
  input: unknown,
): Promise<unknown> {
  return (api[name] as (request: unknown) => Promise<unknown>)(input);
}

export const OPERATIONS = Object.keys(endpoints) as EndpointName[];

/** Operations with a body that change nothing visible to others. */
export const QUESTIONS: EndpointName[] = [
  'previewDeadline',
  'suggestOwners',
  'previewMerge',
  'putSnooze',
  'createFeed',
  'removeFeed',
  'watch',
  'unwatch',
];
