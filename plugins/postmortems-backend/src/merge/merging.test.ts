import { TestDatabases, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { isResourcePermission } from '@backstage/plugin-permission-common';
import type { ResourcePermission } from '@backstage/plugin-permission-common';
import type {
  CreatePostmortem,
  PostmortemsApi,
} from 'backstage-plugin-postmortems-common';
import {
  createPostmortemConditionalDecision,
  postmortemConditions,
} from 'backstage-plugin-postmortems-node';
import type { IncidentChange } from 'backstage-plugin-postmortems-node';
import type { Knex } from 'knex';
import { FakeSource, withSource } from '../__testUtils__/FakeSource';
import {
  aCreate,
  complete,
  publish,
  refusal,
  startPortal,
} from '../__testUtils__/harness';
import type { TestPolicy, TestPortal } from '../__testUtils__/harness';
import {
  declared,
  deliverAndSettle,
  happened,
  settled,
} from '../__testUtils__/incidents';
import { readPolicyConfig } from '../policy/readPolicyConfig';
import { FULL_ACCESS } from '../kernel/access/Access';
import { createSharedContext } from '../context';
import { undoMerge } from './retire';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

/**
 * Everyone can read and waive; alice can change what she or her team owns, bob what he owns, carol
 * everything.
 */
const POLICY: TestPolicy = (permission, claims) => {
  const isCarol = claims.includes('user:default/carol');
  if (permission.name === 'postmortem.read-restricted' && !isCarol) {
    return { result: AuthorizeResult.DENY };
  }
  return isResourcePermission(permission) &&
    !isCarol &&
    permission.name !== 'postmortem.waive' &&
    permission.attributes.action !== 'read'
    ? createPostmortemConditionalDecision(
        permission as ResourcePermission<'postmortem'>,
        {
          anyOf: [
            postmortemConditions.isOwner({ claims }),
            ...(claims.includes('user:default/alice')
              ? [postmortemConditions.isInOwningTeam({ claims })]
              : []),
          ],
        },
      )
    : { result: AuthorizeResult.ALLOW };
};

const REASON = 'Both alerts were the same outage';

/** Tables with rows of a draft, referenced tables first. */
const TABLES = [
  ['postmortems', 'id'],
  ['postmortem_entities', 'postmortem_id'],
  ['postmortem_teams', 'postmortem_id'],
  ['postmortem_timeline_events', 'postmortem_id'],
] as const;

type Dump = { table: string; rows: object[] }[];

/** Stores the rows of a draft, like a snapshot for restoring it. */
async function dump(knex: Knex, id: string): Promise<Dump> {
  const number = Number(id.slice('PM-'.length));
  return Promise.all(
    TABLES.map(async ([table, column]) => ({
      table,
      rows: await knex(table).where({ [column]: number }),
    })),
  );
}

async function insertDump(tx: Knex, saved: Dump): Promise<void> {
  for (const { table, rows } of saved) {
    if (rows.length > 0) await tx(table).insert(rows);
  }
}

describe.each(databases.eachSupportedId())('Merging, %s', databaseId => {
  let knex: Knex;
  let portal: TestPortal;
  let alice: PostmortemsApi;
  let bob: PostmortemsApi;
  let carol: PostmortemsApi;
  beforeEach(async () => {
    knex = await databases.init(databaseId);
    portal = await startPortal({
      knex,
      features: [withSource(new FakeSource())],
      policy: POLICY,
      groups: {
        alice: ['group:default/checkout'],
        bob: ['group:default/platform'],
      },
    });
    [alice, bob, carol] = ['alice', 'bob', 'carol'].map(portal.as);
  });
  afterEach(() => portal.stop());

  const tell = (...changes: IncidentChange[]) =>
    deliverAndSettle(knex, portal, changes);
  async function incidentOf(key: string) {
    const { items } = await portal.asService.listIncidents({
      query: { disposition: ['waiting', 'covered', 'merged', 'not-required'] },
    });
    return items.find(each => each.key === key)!;
  }
  const read = (id: string) => carol.getPostmortem({ params: { id } });
  const start = async (
    api: PostmortemsApi,
    more: Partial<CreatePostmortem> = {},
  ) => (await api.createPostmortem({ body: aCreate(more) })).id;
  async function cover(
    api: PostmortemsApi,
    id: string,
    key: string,
    reason?: string,
  ) {
    const incidentId = (await incidentOf(key)).id;
    const covering = await api.coverIncident({
      params: { id, incidentId },
      body: { reason },
    });
    await settled(knex, portal);
    return covering;
  }
  async function merge(api: PostmortemsApi, id: string, intoId: string) {
    const { revision } = await read(id);
    const survivor = await api.mergePostmortem({
      params: { id },
      body: { intoId, reason: REASON },
      ifMatch: revision,
    });
    await settled(knex, portal);
    return survivor;
  }
  const ledger = () =>
    knex('compliance_exceptions')
      .orderBy('id')
      .select(
        'postmortem_id',
        'kind',
        'actor_ref',
        'reason',
        'subject',
        'status_before',
        'status_after',
      );
  async function history(id: string) {
    const { items } = await carol.listHistory({ params: { id }, query: {} });
    return items.map(({ action, before, after }) => [action, before, after]);
  }
  async function later(days: number) {
    portal.clock.now = new Date(
      portal.clock.now.getTime() + days * 24 * 3_600_000,
    );
  }
  /** A SEV-1 of the platform team, resolved on 10 March and due on 13 March. */
  const ofPlatform = (incident = 'INC-1') => [
    ...declared('10 09:00', { incident, services: ['payments-db'] }),
    happened('10 10:00', { kind: 'resolved' }, incident),
  ];

  it('does not count as work of its owner what they did in the duplicate', async () => {
    const duplicate = await start(alice, { ownerRef: 'user:default/bob' });
    await bob.acknowledgeOwner({ params: { id: duplicate } });
    const id = await start(alice);
    const { revision } = await merge(carol, duplicate, id);
    const named = await carol.putOwner({
      params: { id },
      body: { ownerRef: 'user:default/bob' },
      ifMatch: revision,
    });
    expect(named.ownerEngaged).toBe(false);
    await bob.acknowledgeOwner({ params: { id } });
    expect(await read(id)).toMatchObject({ ownerEngaged: true });
  });

  it("cannot hide another team's SEV-1 behind your own SEV-3", async () => {
    await tell(...ofPlatform());
    const draft = (await incidentOf('INC-1')).postmortemId!;
    const mine = await start(alice, { severity: 'SEV-3' });
    expect(await refusal(cover(alice, mine, 'INC-1', REASON))).toEqual({
      status: 403,
      message: `You need the postmortem.update permission for ${draft} too, or membership in a team that owns both`,
    });
    expect(await read(draft)).toMatchObject({ governingSeverity: 'SEV-1' });

    // Anyone who can change both can merge, and the stricter obligation applies. The platform
    // team's day ends an hour earlier, so this requires a reason.
    await later(3);
    const merged = await cover(carol, mine, 'INC-1', REASON);
    expect(merged).toMatchObject({
      governingSeverity: 'SEV-1',
      complianceStatus: 'overdue',
      resolvedAt: '2026-03-10T11:28:00.000Z',
      dueAt: '2026-03-13T23:59:59.999Z',
      teamRefs: ['group:default/checkout', 'group:default/platform'],
      exceptions: 1,
    });
    expect(await refusal(read(draft))).toMatchObject({ status: 404 });
    expect(await ledger()).toMatchObject([
      {
        kind: 'covered',
        actor_ref: 'user:default/carol',
        subject: draft,
        status_before: 'overdue',
        status_after: 'overdue',
      },
    ]);
    expect(await history(mine)).toEqual(
      expect.arrayContaining([
        ['incident-covered', draft, 'INC-1: Checkout is down'],
        ['severity-changed', 'SEV-3', 'SEV-1'],
      ]),
    );
  });

  it('cannot complete a new incident with an old publication', async () => {
    portal.clock.now = new Date('2017-03-12T12:00:00Z');
    const old = await start(alice, {
      startedAt: '2017-03-10T09:00:00Z',
      resolvedAt: '2017-03-10T10:00:00Z',
    });
    await complete(alice, { id: old });
    const published = await publish(alice, { id: old });
    expect(published.complianceStatus).toBe('met');

    portal.clock.now = new Date('2026-03-12T12:00:00Z');
    await tell(
      ...declared('10 09:00'),
      happened('10 10:00', { kind: 'resolved' }),
    );
    expect(await refusal(cover(alice, old, 'INC-1', REASON))).toEqual({
      status: 409,
      message: `${old} is published, and its publication covers only the incidents that were linked to it at that time. Reopen ${old} before you merge anything into it`,
    });
    const reopened = await alice.changeStatus({
      params: { id: old },
      body: { to: 'draft', reason: 'It happened again' },
      ifMatch: published.revision,
    });
    expect(reopened.complianceStatus).toBe('met');
    // It would have more time than in 2017, and would leave the past rate.
    expect(await refusal(cover(alice, old, 'INC-1', REASON))).toMatchObject({
      status: 403,
      message: expect.stringContaining('you are the owner'),
    });
    expect(await refusal(cover(carol, old, 'INC-1'))).toMatchObject({
      status: 400,
      message: expect.stringMatching(/^reason is required because this merge/),
    });
    const covering = await cover(carol, old, 'INC-1', REASON);
    expect(covering).toMatchObject({
      complianceStatus: 'on-track',
      publishedAt: published.publishedAt,
    });
    expect(covering.completedAt).toBeUndefined();
    await later(2);
    expect((await read(old)).complianceStatus).toBe('overdue');
    expect(await publish(alice, { id: old })).toMatchObject({
      complianceStatus: 'late',
      completedAt: portal.clock.now.toISOString(),
    });
  });

  it('is allowed to members of a team that owns both', async () => {
    await tell(...ofPlatform());
    const draft = (await incidentOf('INC-1')).postmortemId!;
    const mine = {
      ownerRef: 'user:default/bob',
      severity: 'SEV-1',
      resolvedAt: '2026-03-10T10:00:00Z',
    };
    const elsewhere = await start(bob, mine);
    expect(await refusal(cover(bob, elsewhere, 'INC-1'))).toMatchObject({
      status: 403,
      message: expect.stringContaining(`for ${draft} too`),
    });
    const ours = await start(bob, {
      ...mine,
      entityRefs: ['resource:default/payments-db'],
    });
    expect(await cover(bob, ours, 'INC-1')).toMatchObject({
      incidents: [{ key: 'INC-1' }],
    });
  });

  it('needs a common time or entity', async () => {
    await tell(
      ...declared('10 09:00'),
      happened('10 10:00', { kind: 'resolved' }),
    );
    const draft = (await incidentOf('INC-1')).postmortemId!;
    const unrelated = await start(carol, {
      startedAt: '2026-03-09T09:00:00Z',
      resolvedAt: '2026-03-09T10:00:00Z',
      entityRefs: ['component:default/orphan'],
    });
    expect(
      await refusal(cover(carol, unrelated, 'INC-1', REASON)),
    ).toMatchObject({
      status: 409,
      message: expect.stringContaining(
        `${draft} and ${unrelated} do not overlap in time or share an affected entity`,
      ),
    });
    expect(await refusal(merge(carol, unrelated, draft))).toMatchObject({
      status: 409,
    });
  });

  it('keeps all contributors, or says that they are too many', async () => {
    const people = (count: number, from: number) =>
      Array.from({ length: count }, (_, index) => ({
        userRef: 'user:default/bob',
        role: `responder ${from + index}`,
      }));
    const into = await start(carol, { contributors: people(60, 0) });
    const fits = await start(carol, { contributors: people(60, 20) });
    const tooMany = await start(carol, { contributors: people(21, 100) });

    expect((await merge(carol, fits, into)).contributors).toHaveLength(80);
    expect(await refusal(merge(carol, tooMany, into))).toMatchObject({
      status: 409,
      message:
        'The merged postmortem would have 101 contributors; the limit is 100. Remove some first',
    });
    expect((await read(into)).contributors).toHaveLength(80);
  });

  it('allows more time only through someone independent of both, with a reason', async () => {
    await tell(
      ...declared('10 09:00', { services: ['checkout-api'] }),
      happened('10 10:00', { kind: 'resolved' }),
    );
    const draft = (await incidentOf('INC-1')).postmortemId!;
    const mine = await start(alice, {
      ownerRef: 'user:default/alice',
      severity: 'SEV-1',
      resolvedAt: '2026-03-11T12:00:00Z',
    });
    await alice.acknowledgeOwner({ params: { id: mine } });
    await later(2);
    expect(await read(draft)).toMatchObject({ complianceStatus: 'overdue' });
    expect(await refusal(cover(alice, mine, 'INC-1', REASON))).toEqual({
      status: 403,
      message:
        'A merge that relaxes the deadline or the compliance status (no longer overdue, no longer counted in the on-time rate, later or no deadline) must come from someone who is independent of the postmortem, but you are the owner',
    });
    const incidentId = (await incidentOf('INC-1')).id;
    const preview = { params: { id: mine }, body: { incidentId } };
    expect(await alice.previewMerge(preview)).toMatchObject({
      governingSeverity: 'SEV-1',
      dueAt: '2026-03-14T23:59:59.999Z',
      complianceStatus: 'due-soon',
      gains: ['left-overdue', 'left-rate', 'later-deadline'],
      replacedId: draft,
      refusedBecause: expect.stringContaining('independent'),
    });
    expect(await carol.previewMerge(preview)).not.toHaveProperty(
      'refusedBecause',
    );
    await cover(carol, mine, 'INC-1', REASON);
    expect(await ledger()).toMatchObject([
      {
        kind: 'covered',
        reason: REASON,
        status_before: 'overdue',
        status_after: 'due-soon',
      },
    ]);
  });

  it('does not restart the correction period', async () => {
    const old = await start(alice);
    await later(7);
    const mine = await start(alice, {
      startedAt: '2026-03-10T10:00:00.000Z',
      resolvedAt: undefined,
    });
    const merged = await merge(carol, old, mine);
    expect(merged).toMatchObject({ complianceStatus: 'overdue' });
    const moved = carol.updatePostmortem({
      params: { id: mine },
      body: { resolvedAt: '2026-03-18T12:00:00.000Z', reason: 'It went on' },
      ifMatch: merged.revision,
    });
    expect(await refusal(moved)).toMatchObject({
      status: 403,
      message: expect.stringContaining('no longer overdue'),
    });
  });

  it('is not excused by a waiver or extension of the other postmortem', async () => {
    const waived = await start(alice);
    const { revision } = await carol.putWaiver({
      params: { id: waived },
      body: { reason: 'Known' },
      ifMatch: 1,
    });
    expect(revision).toBe(2);
    await tell(...declared('10 09:30', { services: ['nobody knows'] }));
    await tell(
      happened('10 09:40', { kind: 'severity-changed', severity: 'P5' }),
    );
    const incidentId = (await incidentOf('INC-1')).id;
    const { gains } = await alice.previewMerge({
      params: { id: waived },
      body: { incidentId },
    });
    expect(gains).toContain('excused');
  });

  it('requires someone independent if another policy version would apply', async () => {
    await portal.stop();
    portal = await startPortal({
      knex,
      features: [withSource(new FakeSource())],
      policy: POLICY,
      groups: { alice: ['group:default/checkout'] },
      config: {
        postmortems: {
          policies: [
            {
              effectiveFrom: '2017-01-01',
              rules: [{ severity: 'SEV-1', due: { calendarDays: 90 } }],
            },
            {
              effectiveFrom: '2026-01-01',
              rules: [{ severity: 'SEV-1', due: { calendarDays: 3 } }],
            },
          ],
        },
      },
    });
    alice = portal.as('alice');
    carol = portal.as('carol');
    await tell(...declared('10 09:00'));
    const old = await start(alice, {
      ownerRef: 'user:default/alice',
      startedAt: '2017-03-10T09:00:00Z',
      resolvedAt: undefined,
    });
    const { gains } = await alice.previewMerge({
      params: { id: old },
      body: { incidentId: (await incidentOf('INC-1')).id },
    });
    expect(gains).toContain('later-deadline');
  });

  it('merges a duplicate with its obligation', async () => {
    await tell(
      ...declared('10 09:00'),
      happened('10 10:00', { kind: 'resolved' }),
    );
    const duplicate = (await incidentOf('INC-1')).postmortemId!;
    const survivor = await start(alice, { severity: 'SEV-3' });
    await alice.putOwner({
      params: { id: duplicate },
      body: { ownerRef: 'user:default/bob' },
      ifMatch: (await read(duplicate)).revision,
    });
    await bob.acknowledgeOwner({ params: { id: duplicate } });
    await carol.putExtension({
      params: { id: duplicate },
      body: { reason: 'Holidays', dueAt: '2026-04-01T00:00:00Z' },
      ifMatch: (await read(duplicate)).revision,
    });
    await alice.addActionItem({
      params: { id: duplicate },
      body: { title: 'Mend it', kind: 'prevent', priority: 'P1' },
    });
    expect(
      await refusal(
        bob.mergePostmortem({
          params: { id: duplicate },
          body: { intoId: survivor, reason: REASON },
          ifMatch: 1,
        }),
      ),
    ).toEqual({
      status: 403,
      message: `You need the postmortem.update permission for ${survivor}`,
    });
    expect(
      await refusal(
        alice.mergePostmortem({
          params: { id: duplicate },
          body: { intoId: survivor, reason: REASON },
          ifMatch: 1,
        }),
      ),
    ).toMatchObject({ status: 412 });
    expect(await refusal(merge(alice, duplicate, duplicate))).toMatchObject({
      status: 400,
    });

    const merged = await merge(alice, duplicate, survivor);
    expect(merged).toMatchObject({
      id: survivor,
      governingSeverity: 'SEV-1',
      startedAt: '2026-03-10T09:00:00.000Z',
      resolvedAt: '2026-03-10T11:28:00.000Z',
      // The extension of the duplicate was not granted for this one, so it is not inherited.
      dueAt: '2026-03-13T23:59:59.999Z',
      ownerRef: 'user:default/bob',
      actionItems: [{ id: `${survivor}/A1`, title: 'Mend it' }],
      incidents: [{ key: 'INC-1' }],
      exceptions: 2,
    });
    expect(merged.extension).toBeUndefined();
    expect(
      (await ledger()).map(({ kind, subject }) => [kind, subject]),
    ).toEqual([
      ['extension', null],
      ['merged', duplicate],
    ]);
    expect(await refusal(read(duplicate))).toMatchObject({ status: 404 });
    expect(await history(survivor)).toContainEqual([
      'postmortem-merged',
      undefined,
      duplicate,
    ]);
    // Involvement in the duplicate is inherited.
    const { revision } = await carol.putOwner({
      params: { id: survivor },
      body: { ownerRef: 'user:default/alice' },
      ifMatch: (await read(survivor)).revision,
    });
    expect(
      await refusal(
        bob.putWaiver({
          params: { id: survivor },
          body: { reason: 'x' },
          ifMatch: revision,
        }),
      ),
    ).toMatchObject({
      status: 403,
      message: expect.stringContaining('independent'),
    });
    // The incident is still followed.
    await tell(happened('10 10:30', { kind: 'reopened' }));
    expect((await incidentOf('INC-1')).postmortemId).toBe(survivor);
  });

  it('rejects published postmortems and callers without permission', async () => {
    const published = await start(alice);
    await complete(alice, { id: published });
    await publish(alice, { id: published });
    const draft = await start(alice);
    expect(await refusal(merge(alice, draft, published))).toMatchObject({
      status: 409,
      message: expect.stringContaining(`Reopen ${published} before`),
    });
    expect(await refusal(merge(alice, published, draft))).toMatchObject({
      status: 409,
      message: expect.stringContaining(`Merge ${draft} into ${published}`),
    });
    const hidden = await start(carol, {
      visibility: 'restricted',
      ownerRef: 'user:default/carol',
      entityRefs: ['component:default/orphan'],
    });
    for (const [from, into] of [
      [hidden, draft],
      [draft, hidden],
    ]) {
      const attempt = alice.mergePostmortem({
        params: { id: from },
        body: { intoId: into, reason: REASON },
        ifMatch: 1,
      });
      expect(await refusal(attempt)).toMatchObject({
        status: 404,
        message: `Postmortem ${hidden} not found`,
      });
    }
  });

  it('is undone by restoring the merged postmortem', async () => {
    await tell(
      ...declared('10 09:00'),
      happened('10 10:00', { kind: 'note', text: 'Rolled back.' }),
      happened('10 10:10', { kind: 'resolved' }),
    );
    const draft = (await incidentOf('INC-1')).postmortemId!;
    const mine = await start(alice, { severity: 'SEV-3' });
    const before = await read(mine);
    const saved = await dump(knex, draft);
    await cover(alice, mine, 'INC-1');
    expect((await read(mine)).timeline).toHaveLength(1);

    const ctx = {
      ...createSharedContext({
        knex,
        policy: readPolicyConfig(mockServices.rootConfig()),
        linking: undefined as never,
        clock: () => portal.clock.now,
        onCommitted: () => {},
      }),
      access: FULL_ACCESS,
    };
    await knex.transaction(async tx => {
      await insertDump(tx, saved);
      const restored = await ctx.postmortems.get(tx, Number(draft.slice(3)));
      await undoMerge(ctx, tx, restored!, {
        actorRef: 'user:default/carol',
        at: portal.clock.now.toISOString(),
      });
    });
    await tell(happened('10 10:05', { kind: 'note', text: 'Calm.' }));
    expect(await incidentOf('INC-1')).toMatchObject({
      disposition: 'covered',
      postmortemId: draft,
    });
    const restored = await read(draft);
    expect(restored).toMatchObject({
      governingSeverity: 'SEV-1',
      timeline: [{ text: 'Rolled back.' }, { text: 'Calm.' }],
    });
    expect(restored.sourceFacts.map(({ state }) => state)).toEqual(
      restored.sourceFacts.map(() => 'same'),
    );
    const { governingSeverity, severityHistory, startedAt } = before;
    const after = await read(mine);
    expect(after).toMatchObject({
      governingSeverity,
      severityHistory,
      startedAt,
      complianceStatus: 'not-required',
      incidents: [],
    });
    expect(after.sourceFacts).toEqual([]);
    expect(await history(mine)).toContainEqual([
      'merge-undone',
      draft,
      undefined,
    ]);
    expect((await ledger()).map(({ kind }) => kind)).toEqual([
      'covered',
      'restored',
    ]);
  });

  it('makes reviews stale', async () => {
    const id = await start(alice);
    const { contentRevision } = await read(id);
    const other = await start(alice);
    expect((await merge(alice, other, id)).contentRevision).toBeGreaterThan(
      contentRevision,
    );
  });

  it('leaves the obligation if a source merges into a published postmortem', async () => {
    await tell(
      ...declared('10 09:00'),
      happened('10 10:00', { kind: 'resolved' }),
    );
    const first = (await incidentOf('INC-1')).postmortemId!;
    await complete(alice, { id: first });
    const { revision } = await publish(alice, { id: first });

    await later(1);
    await tell(...declared('11 09:00', { incident: 'INC-2' }));
    const second = (await incidentOf('INC-2')).postmortemId!;
    const into = { kind: 'merged', into: 'INC-1' } as const;
    await tell(happened('11 09:30', into, 'INC-2'));
    expect(await incidentOf('INC-2')).toMatchObject({
      disposition: 'covered',
      postmortemId: second,
    });

    await alice.changeStatus({
      params: { id: first },
      body: { to: 'draft', reason: 'It went on' },
      ifMatch: revision,
    });
    await tell(happened('11 09:40', { kind: 'note', text: 'x' }, 'INC-2'));
    expect(await incidentOf('INC-2')).toMatchObject({
      disposition: 'merged',
      postmortemId: first,
    });
    const { completedAt } = await read(first);
    expect(completedAt).toBeUndefined();
  });
});
