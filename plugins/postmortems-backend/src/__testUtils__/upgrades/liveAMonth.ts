import { TrackerUnavailableError } from 'backstage-plugin-postmortems-node';
import { FAKE_SOURCE } from '../FakeSource';
import { aCreate, complete, publish } from '../harness';
import { declared, deliver, happened, settled } from '../incidents';
import { LiveClient } from '../../live/__testUtils__/LiveClient';
import type { WholePortal } from './wholePortal';

/**
 * Uses everything that writes to the database, so that every table has rows of every kind, for the
 * snapshots in upgrade tests. Extend it for new tables.
 *
 * @param tag - distinguishes runs on the same database
 */
export async function liveAMonth(
  portal: WholePortal,
  tag: string,
): Promise<void> {
  await publishOne(portal, tag);
  await exceptOne(portal, tag);
  await restrictOne(portal, tag);
  await deleteOne(portal, tag);
  await importSome(portal, tag);
  await takeInIncidents(portal, tag);
  for (const task of ['refresh-teams', 'refresh-owning-teams', 'remind']) {
    await portal.runTask(task);
  }
  await missSomebody(portal);
  await portal.api.createFeed({ body: { teamRef: 'group:default/checkout' } });
}

/** Parameters for changing the current postmortem. */
async function current({ api }: WholePortal, id: string) {
  const { revision } = await api.getPostmortem({ params: { id } });
  return { params: { id }, ifMatch: revision };
}

/** A complete postmortem, reviewed and published. */
async function publishOne(portal: WholePortal, tag: string): Promise<void> {
  const { api } = portal;
  const { id } = await api.createPostmortem({
    body: aCreate({
      title: `${tag}: Checkout returned 500s — “cache” flushed, été 🔥`,
      severity: 'SEV-2',
      severityHistory: [
        { severity: 'SEV-1', at: '2026-03-10T09:14:00Z' },
        { severity: 'SEV-2', at: '2026-03-10T10:00:00Z', reason: 'Half back' },
      ],
      detectedAt: '2026-03-10T09:20:00Z',
      mitigatedAt: '2026-03-10T10:30:00Z',
      entityRefs: [
        'component:default/checkout-api',
        'resource:default/payments-db',
      ],
      commanderRef: 'user:default/carol',
      ownerRef: 'user:default/bob',
      contributors: [
        { userRef: 'user:default/alice', role: 'scribe' },
        { userRef: 'user:default/carol', role: 'responder' },
      ],
      labels: ['cache', 'peak-traffic'],
      links: [{ title: 'Channel', url: 'https://chat.example.com/c/1' }],
    }),
  });
  await portal.as('bob').acknowledgeOwner({ params: { id } });
  await complete(api, { id });
  await api.addTimelineEvent({
    params: { id },
    body: { occurredAt: '2026-03-10T10:00:00Z', text: 'Rolled back' },
  });
  await api.updatePostmortem({
    ...(await current(portal, id)),
    body: { severity: 'SEV-1', severityReason: 'Worse than thought' },
  });
  await api.putMeeting({
    ...(await current(portal, id)),
    body: {
      scheduledFor: '2026-03-13T09:00:00Z',
      attendeeRefs: ['user:default/carol'],
    },
  });
  await commitToWork(portal, id);
  await talkItOver(portal, id);
  await publish(api, { id });
}

/** Action items of every status; one has a ticket, another waits for one. */
async function commitToWork(portal: WholePortal, id: string): Promise<void> {
  const { api } = portal;
  const common = {
    description: 'Not *all at once*.',
    kind: 'prevent' as const,
    ownerRef: 'group:default/checkout',
  };
  for (const more of [
    { title: 'Flush in steps', priority: 'P0', status: 'open' },
    { title: 'Alert on the hit rate', priority: 'P1', status: 'in-progress' },
    { title: 'Another cache', priority: 'P3', status: 'proposed' },
    { title: 'Write it down', priority: 'P2', status: 'done' },
  ] as const) {
    await api.addActionItem({
      params: { id },
      body: { ...common, ...more, dueAt: '2026-03-20T00:00:00Z' },
    });
  }
  await api.putTicket({ params: { id, key: 'A1' }, body: {} });
  portal.tracker.failures.push(new TrackerUnavailableError('It answered 503'));
  await api.putTicket({ params: { id, key: 'A2' }, body: {} });
}

/** Comments, reviewers and an approval. */
async function talkItOver(portal: WholePortal, id: string): Promise<void> {
  const { api } = portal;
  const carol = portal.as('carol');
  const { id: itemId } = await carol.addComment({
    params: { id },
    body: { markdown: 'Which shops?', anchor: 'summary' },
  });
  await carol.addComment({
    params: { id },
    body: { markdown: 'Thanks. @dave, anything to add?' },
  });
  await api.resolveComment({ params: { id, itemId } });
  await carol.watch({ params: { id } });
  await api.changeStatus({
    ...(await current(portal, id)),
    body: { to: 'in-review' },
  });
  await api.putReviewers({
    ...(await current(portal, id)),
    body: { reviewerRefs: ['user:default/carol', 'group:default/platform'] },
  });
  const { contentRevision } = await api.getPostmortem({ params: { id } });
  await carol.addReview({
    params: { id },
    body: { verdict: 'approve', contentRevision },
  });
  await api.changeStatus({
    ...(await current(portal, id)),
    body: { to: 'draft', reason: 'One more thing' },
  });
  await disagree(portal, id);
}

/** Requests for changes: one dismissed, one lapsed. */
async function disagree(portal: WholePortal, id: string): Promise<void> {
  const { api } = portal;
  const reviewers = ['user:default/carol', 'group:default/platform'];
  for (const reviewerRefs of [
    [...reviewers, 'user:default/alice'],
    reviewers,
  ]) {
    await api.changeStatus({
      ...(await current(portal, id)),
      body: { to: 'in-review' },
    });
    const { contentRevision } = await api.getPostmortem({ params: { id } });
    const reviewer = reviewerRefs.length > 2 ? 'dave' : 'alice';
    await portal.as(reviewer).addReview({
      params: { id },
      body: { verdict: 'request-changes', comment: 'Which?', contentRevision },
    });
    await api.putReviewers({
      ...(await current(portal, id)),
      body: { reviewerRefs },
    });
  }
  await portal.as('carol').dismissReview({
    params: { id },
    body: { reviewerRef: 'user:default/dave', reason: 'Answered' },
  });
}

/** A postmortem with a waiver and an extension, handed over by its owner. */
async function exceptOne(portal: WholePortal, tag: string): Promise<void> {
  const { api } = portal;
  const { id } = await api.createPostmortem({
    body: aCreate({ title: `${tag}: Slow`, ownerRef: 'user:default/bob' }),
  });
  await portal.as('carol').putExtension({
    ...(await current(portal, id)),
    body: { dueAt: '2026-03-30T12:00:00Z', reason: 'The vendor is asked' },
  });
  await portal.as('carol').putWaiver({
    ...(await current(portal, id)),
    body: { reason: 'Covered by another', expiresAt: '2026-04-01T00:00:00Z' },
  });
  await portal.as('bob').handOverOwner({
    params: { id },
    body: { reason: 'On leave', suggestedRef: 'user:default/alice' },
  });
  await restoreText(portal, id);
  await api.putPresence({
    params: { id },
    body: { tabId: 'tab12345', sections: ['summary', 'impact'] },
  });
  await api.putSnooze({
    params: { id },
    body: { until: '2026-03-14T00:00:00Z' },
  });
}

/** A section with an earlier text restored. */
async function restoreText(portal: WholePortal, id: string): Promise<void> {
  const { api } = portal;
  const params = { id, key: 'tooling' as const };
  const { sections } = await api.getPostmortem({ params });
  const { revision } = sections.find(({ key }) => key === params.key)!;
  await api.putSection({
    params,
    body: { markdown: 'Nothing' },
    ifMatch: revision,
  });
  const { items } = await api.listHistory({ params: { id } });
  await api.restoreSection({
    params,
    body: { entryId: items[0].id, version: 'before' },
    ifMatch: revision + 1,
  });
}

async function restrictOne(portal: WholePortal, tag: string): Promise<void> {
  const { api } = portal;
  const { id } = await api.createPostmortem({
    body: aCreate({
      title: `${tag}: Keys leaked`,
      severity: 'SEV-1',
      resolvedAt: undefined,
      commanderRef: 'user:default/alice',
      visibility: 'restricted',
    }),
  });
  await api.addActionItem({
    params: { id },
    body: {
      title: 'Rotate the keys',
      kind: 'repair',
      priority: 'P0',
      ownerRef: 'user:default/bob',
    },
  });
  const editor = new LiveClient(api, { id, key: 'impact' });
  await editor.open();
  await editor.typeAtEnd('Written live 🔥');
}

/** An action item whose owner is missing from the catalog for a while. */
async function missSomebody({ catalog, runTask }: WholePortal): Promise<void> {
  const { entities } = catalog;
  catalog.entities = entities.filter(({ metadata }) => metadata.name !== 'bob');
  await runTask('refresh-owning-teams');
  catalog.entities = entities;
}

/** A deleted postmortem with its successor. */
async function deleteOne(portal: WholePortal, tag: string): Promise<void> {
  const { api } = portal;
  const { id } = await api.createPostmortem({
    body: aCreate({ title: `${tag}: Slow, once more` }),
  });
  await api.deletePostmortem({
    ...(await current(portal, id)),
    body: { reason: 'Started twice' },
  });
}

/** Two imports: one confirmed, one with open claims. */
async function importSome(portal: WholePortal, tag: string): Promise<void> {
  const { api } = portal;
  const { id } = await api.importPostmortem({
    body: {
      ...aCreate({ title: `${tag}: From the wiki`, outcome: 'false-alarm' }),
      importKey: `${tag}/wiki`,
      source: 'wiki',
      status: 'published',
      publishedAt: '2026-03-11T12:00:00Z',
      meetingHeldAt: '2026-03-11T09:00:00Z',
      sections: { summary: 'It *was* nothing.' },
      contributingFactors: [{ title: 'A wrong threshold' }],
    },
  });
  await portal
    .as('carol')
    .confirmImports({ body: { items: [{ id }], reason: 'Read it there' } });
  await api.importPostmortem({
    body: {
      ...aCreate({ title: `${tag}: Waived`, ownerRef: 'user:default/bob' }),
      importKey: `${tag}/waived`,
      ownerAcknowledgedAt: '2026-03-10T12:00:00Z',
      waiver: { reason: 'As another', approverRef: 'user:default/carol' },
    },
  });
}

/** An incident with a postmortem, an unmapped one, and a parked delivery. */
async function takeInIncidents(
  portal: WholePortal,
  tag: string,
): Promise<void> {
  const { knex } = portal;
  const incident = `${tag}-1`;
  const changes = [
    ...declared('11 09:14', { incident }),
    happened('11 09:30', { kind: 'note', text: 'It is the cache' }, incident),
    happened('11 10:00', { kind: 'resolved' }, incident),
    ...declared('11 12:00', {
      incident: `${tag}-2`,
      severity: 'apocalyptic',
      services: ['nobody-knows'],
    }),
  ];
  await deliver(portal, changes, { delivery: `${tag} 1` });
  await settled(knex, portal);
  portal.source.failures.push(new Error('connect ECONNREFUSED'));
  await deliver(portal, declared('11 13:00', { incident: `${tag}-3` }), {
    delivery: `${tag} 2`,
  });
  await settled(knex, portal);
  await troubleOperators(portal, tag);
}

/** An unresolved incident, a delivery that is too large, and a mapping. */
async function troubleOperators(
  portal: WholePortal,
  tag: string,
): Promise<void> {
  const { api, knex } = portal;
  const incident = `${tag}-4`;
  await deliver(
    portal,
    [
      ...declared('11 14:00', { incident }),
      happened(
        '11 14:01',
        { kind: 'described', title: `${incident} ${'x'.repeat(200)}` },
        incident,
      ),
      happened(
        '11 14:02',
        {
          kind: 'person-assigned',
          person: { email: 'twin@example.com' },
          role: 'responder',
        },
        incident,
      ),
    ].map((change, index) => ({ ...change, key: `${incident} ${index}` })),
    { delivery: `${tag} 3` },
  );
  await settled(knex, portal);
  const { items } = await api.listPostmortems({ query: { resolved: 'false' } });
  for (const { id } of items) await api.confirmOngoing({ params: { id } });
  await deliver(portal, 'x'.repeat(1_100_000), { delivery: `${tag} 4` });
  await api.putIncidentMapping({
    query: { source: FAKE_SOURCE, kind: 'service', word: `${tag}-odd` },
    body: { entityRefs: ['component:default/checkout-api'] },
  });
}
