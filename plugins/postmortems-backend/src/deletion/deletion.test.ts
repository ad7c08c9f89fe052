import { TestDatabases } from '@backstage/backend-test-utils';
import type { Postmortem } from 'backstage-plugin-postmortems-common';
import type { IncidentChange } from 'backstage-plugin-postmortems-node';
import type { Knex } from 'knex';
import { FakeSource, withSource } from '../__testUtils__/FakeSource';
import {
  ENTITIES,
  aCreate,
  complete,
  publish,
  refusal,
  startPortal,
} from '../__testUtils__/harness';
import type { TestPortal } from '../__testUtils__/harness';
import {
  declared,
  deliverAndSettle,
  happened,
  incidentsByKey,
  settled,
} from '../__testUtils__/incidents';
import { POLICY } from '../__testUtils__/roles';
import { OUTLIVING, PARTS } from './snapshot';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const REASON = 'Started twice';

describe.each(databases.eachSupportedId())(
  'A deleted postmortem, %s',
  databaseId => {
    let knex: Knex;
    let portal: TestPortal;
    beforeEach(async () => {
      knex = await databases.init(databaseId);
      portal = await startPortal({
        knex,
        features: [withSource(new FakeSource())],
        policy: POLICY,
        groups: { member: ['group:default/checkout'] },
      });
    });
    afterEach(() => portal.stop());

    const read = (id: string) => portal.api.getPostmortem({ params: { id } });
    const current = async (id: string) => ({
      params: { id },
      ifMatch: (await read(id)).revision,
    });
    const start = (more = {}) =>
      portal.api.createPostmortem({ body: aCreate(more) });
    async function remove(id: string, api = portal.api) {
      return api.deletePostmortem({
        ...(await current(id)),
        body: { reason: REASON },
      });
    }
    const restore = (id: string, api = portal.api) =>
      api.restorePostmortem({ params: { id }, body: { reason: 'Needed' } });
    const historyOf = async (id: string) =>
      (await portal.api.listHistory({ params: { id }, query: {} })).items;
    const tell = (...changes: IncidentChange[]) =>
      deliverAndSettle(knex, portal, changes);
    const incidents = () => incidentsByKey(portal);
    /** All rows except deleted postmortems and unpublished events. */
    async function dump(without: string[] = []) {
      const tables = [
        'postmortems',
        ...PARTS.map(part => part.table),
        'incident_lines',
      ].filter(table => !without.includes(table));
      const rows = await Promise.all(tables.map(table => knex(table)));
      return Object.fromEntries(
        tables.map((table, index) => [
          table,
          // Slots of the search index are given anew.
          rows[index].map(({ slot, ...row }) => JSON.stringify(row)).sort(),
        ]),
      );
    }

    it('requires a reason, and its incident requires a new one by the same deadline', async () => {
      const before = await start({
        ownerRef: 'user:default/bob',
        commanderRef: 'user:default/carol',
        contributors: [{ userRef: 'user:default/alice', role: 'scribe' }],
        labels: ['cache'],
        severity: 'SEV-2',
        severityHistory: [
          { severity: 'SEV-1', at: '2026-03-10T09:14:00.000Z' },
          { severity: 'SEV-2', at: '2026-03-10T10:00:00.000Z' },
        ],
      });
      const { id } = before;
      await complete(portal.api, { id });
      expect(
        await refusal(
          portal.api.deletePostmortem({
            ...(await current(id)),
            body: {} as { reason: string },
          }),
        ),
      ).toMatchObject({ status: 400, message: 'reason is required' });
      expect(
        await refusal(
          portal.api.deletePostmortem({
            params: { id },
            body: { reason: REASON },
            ifMatch: 9,
          }),
        ),
      ).toMatchObject({ status: 412 });
      portal.clock.now = new Date('2026-03-15T12:00:00.000Z');
      const deleted = await remove(id);
      expect(deleted).toMatchObject({
        id,
        title: before.title,
        reason: REASON,
        deletedBy: 'user:default/alice',
        complianceStatus: 'overdue',
        successorId: 'PM-2',
        purgeAt: '2026-06-13T12:00:00.000Z',
      });

      expect(await refusal(read(id))).toMatchObject({ status: 404 });
      const { items } = await portal.api.listPostmortems({
        query: { edited: 'false' },
      });
      expect(items.map(each => each.id)).toEqual(['PM-2']);
      const after = await read('PM-2');
      expect(after).toMatchObject({
        title: before.title,
        severityHistory: before.severityHistory,
        governingSeverity: 'SEV-1',
        entityRefs: before.entityRefs,
        teamRefs: before.teamRefs,
        commanderRef: before.commanderRef,
        contributors: before.contributors,
        labels: before.labels,
        dueAt: before.dueAt,
        complianceStatus: 'overdue',
        edited: false,
        origin: 'person',
        exceptions: 1,
      });
      expect(after.ownerRef).toBeUndefined();
      expect(after.sections.every(({ markdown }) => markdown === '')).toBe(
        true,
      );
      expect(after.contributingFactors).toEqual([]);
      expect(await historyOf('PM-2')).toEqual([
        expect.objectContaining({
          action: 'replacement-created',
          actorRef: 'user:default/alice',
          before: id,
          reason: REASON,
        }),
      ]);
      expect(await knex('compliance_exceptions')).toEqual([
        expect.objectContaining({
          postmortem_id: 2,
          kind: 'deleted',
          subject: id,
          reason: REASON,
          status_before: 'overdue',
          status_after: 'overdue',
        }),
      ]);
    });

    it('ends no involvement, late publication, waiver or extension', async () => {
      const { id, dueAt } = await start({ ownerRef: 'user:default/bob' });
      await portal.as('bob').acknowledgeOwner({ params: { id } });
      await portal.as('carol').putExtension({
        ...(await current(id)),
        body: { dueAt: '2026-03-25T12:00:00.000Z', reason: 'Holidays' },
      });
      portal.clock.now = new Date('2026-03-28T12:00:00.000Z');
      await complete(portal.as('bob'), { id });
      await publish(portal.api, { id });
      expect((await read(id)).complianceStatus).toBe('late');
      await portal.as('carol').putWaiver({
        ...(await current(id)),
        body: { reason: 'Supplier' },
      });

      const { successorId = '' } = await remove(id);
      expect(await read(successorId)).toMatchObject({
        complianceStatus: 'overdue',
        status: 'draft',
        dueAt,
        // The extension, the publication without approval, the waiver and the deletion.
        exceptions: 4,
      });
      expect(
        await refusal(
          portal.as('bob').putExtension({
            ...(await current(successorId)),
            body: { dueAt: '2026-04-25T12:00:00.000Z', reason: 'Mine' },
          }),
        ),
      ).toMatchObject({ status: 403 });

      // Delete the successor, twice.
      const next = (await remove(successorId)).successorId!;
      const last = (await remove(next)).successorId!;
      expect(await read(last)).toMatchObject({ dueAt, exceptions: 6 });
      expect(await knex('postmortems').pluck('deletions')).toEqual([3]);
      expect(
        await refusal(
          portal.as('bob').putWaiver({
            ...(await current(last)),
            body: { reason: 'Mine' },
          }),
        ),
      ).toMatchObject({ status: 403 });
      expect(
        await refusal(
          portal.api.updatePostmortem({
            ...(await current(last)),
            // First entered weeks ago, whatever was deleted since.
            body: { resolvedAt: '2026-03-27T12:00:00Z', reason: 'A slip' },
          }),
        ),
      ).toMatchObject({ status: 403 });
    });

    it('leaves no successor if no rule requires one', async () => {
      const { id } = await start({ severity: 'SEV-4' });
      await complete(portal.api, { id });
      expect((await remove(id)).successorId).toBeUndefined();
      const rows = await dump();
      expect(Object.values(rows).flat()).toEqual([]);
      await restore(id);
      expect(await read(id)).toMatchObject({ revision: 3 });
    });

    it('leaves a successor if only a correction excuses it', async () => {
      const { id } = await start({ severity: 'SEV-1' });
      await portal.api.correctFacts({
        ...(await current(id)),
        body: { severity: 'SEV-4', reason: 'Declared by mistake' },
      });
      const { successorId = '' } = await remove(id);
      expect(await read(successorId)).toMatchObject({
        complianceStatus: 'not-required',
        governingSeverity: 'SEV-4',
      });
      const { items } = await portal.api.listComplianceExceptions({
        query: { postmortemId: [successorId] },
      });
      expect(items.map(({ kind }) => kind)).toEqual(['deleted', 'correction']);
    });

    it("replaces the draft of a source's incident automatically", async () => {
      await tell(
        ...declared('10 09:00'),
        happened('10 09:20', { kind: 'note', text: 'Rolled back.' }),
        happened('10 10:00', { kind: 'resolved' }),
      );
      const { postmortemId: id = '' } = (await incidents())['INC-1'];
      await portal.api.updatePostmortem({
        ...(await current(id)),
        body: { title: 'Ours' },
      });
      const { successorId } = await remove(id);
      await settled(knex, portal);
      expect((await incidents())['INC-1']).toMatchObject({
        disposition: 'covered',
        postmortemId: successorId,
      });
      const after = await read(successorId!);
      expect(after).toMatchObject({
        title: 'Ours',
        edited: false,
        origin: 'source',
        incidents: [{ key: 'INC-1' }],
      });
      expect(after.timeline.map(({ text }) => text)).toEqual(['Rolled back.']);

      // Neither a merge nor a source removes the exceptions of a deletion.
      await tell(
        ...declared('10 09:05', { incident: 'INC-2' }),
        happened('10 11:00', { kind: 'merged', into: 'INC-2' }),
      );
      expect((await incidents())['INC-1']).toMatchObject({
        disposition: 'covered',
        postmortemId: successorId,
      });
    });

    it('is restored as it was, removing its successor', async () => {
      await tell(
        ...declared('10 09:00'),
        happened('10 09:20', { kind: 'note', text: 'Rolled back.' }),
        happened('10 10:00', { kind: 'resolved' }),
      );
      const { postmortemId: id = '' } = (await incidents())['INC-1'];
      await fillIn(id);
      await publish(portal.api, { id });
      const changing = ['postmortems', 'postmortem_reminders'];
      const logs = ['postmortem_history', 'compliance_exceptions'];
      const before = await read(id);
      const rows = await dump([...changing, ...logs]);
      const history = await historyOf(id);

      const { successorId } = await remove(id);
      await settled(knex, portal);
      const restored = await restore(id);
      await settled(knex, portal);

      expect(restored).toEqual({
        ...before,
        revision: before.revision + 1,
        exceptions: before.exceptions + 1,
        updatedAt: restored.updatedAt,
      });
      expect(await dump([...changing, ...logs])).toEqual(rows);
      expect(await refusal(read(successorId!))).toMatchObject({ status: 404 });
      expect((await historyOf(id)).slice(-history.length)).toEqual(history);
      expect((await historyOf(id))[0]).toMatchObject({
        action: 'restored',
        before: successorId,
        reason: 'Needed',
      });
      expect((await incidents())['INC-1'].postmortemId).toBe(id);
      const { items } = await portal.api.listDeletedPostmortems({ query: {} });
      expect(items).toEqual([]);
      expect(
        await knex('compliance_exceptions').orderBy('id').pluck('kind'),
      ).toEqual([
        ...Array(before.exceptions).fill(expect.anything()),
        'deleted',
        'restored',
      ]);
      expect(await refusal(restore(id))).toMatchObject({ status: 409 });
    });

    it('can be an import, restored by its importer', async () => {
      const { id } = await portal.api.importPostmortem({
        body: {
          ...aCreate(),
          importKey: 'wiki 1',
          waiver: { reason: 'As agreed', approverRef: 'user:default/bob' },
        },
      });
      expect(await read(id)).toMatchObject({ complianceStatus: 'claimed' });
      const { successorId = '' } = await remove(id);
      expect(await read(successorId)).toMatchObject({
        complianceStatus: 'on-track',
        imported: { claims: {} },
      });
      expect(await restore(id)).toMatchObject({
        id,
        complianceStatus: 'claimed',
      });
    });

    it('cannot be restored once its successor was edited', async () => {
      const { id } = await start();
      const { successorId = '' } = await remove(id);
      await portal.api.putSection({
        params: { id: successorId, key: 'summary' },
        body: { markdown: 'Anew' },
        ifMatch: 0,
      });
      expect(await refusal(restore(id))).toMatchObject({
        status: 409,
        message: `${successorId} replaced ${id} and is no longer empty. Delete ${successorId} first to restore ${id}`,
      });
      const { successorId: last } = await remove(successorId);
      await restore(id);
      const { items } = await portal.api.listPostmortems({ query: {} });
      expect(items.map(each => each.id)).toEqual([id]);
      // A deleted postmortem still knows its successor.
      expect(await refusal(restore(successorId))).toMatchObject({
        status: 409,
        message: expect.stringContaining(`${id} replaced ${successorId}`),
      });
      expect(last).toBe('PM-3');
    });

    it('keeps its import key, deleted or restored', async () => {
      const once = () =>
        portal.asService.importPostmortem({
          body: { ...aCreate(), importKey: 'wiki/1' },
        });
      const { id } = await once();
      const { successorId } = await remove(id);
      expect(await once()).toEqual({ id: successorId, created: false });
      await restore(id);
      expect(await once()).toEqual({ id, created: false });

      const other = await portal.asService.importPostmortem({
        body: { ...aCreate({ severity: 'SEV-4' }), importKey: 'wiki/2' },
      });
      await remove(other.id);
      const again = await portal.asService.importPostmortem({
        body: { ...aCreate({ severity: 'SEV-4' }), importKey: 'wiki/2' },
      });
      expect(await refusal(restore(other.id))).toMatchObject({
        status: 409,
        message: `${other.id} was imported again as ${again.id}. Delete ${again.id} first`,
      });
    });

    it('inherits a higher severity and a restriction from its successor', async () => {
      const { id } = await start();
      const { successorId = '' } = await remove(id);
      await portal.asService.updatePostmortem({
        ...(await current(successorId)),
        body: { severity: 'SEV-1', visibility: 'restricted' },
      });
      expect(await restore(id, portal.asService)).toMatchObject({
        governingSeverity: 'SEV-1',
        visibility: 'restricted',
      });
    });

    it('is visible to those who may delete it, as of its deletion', async () => {
      portal.catalog.entities = [
        ...ENTITIES,
        {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'User',
          metadata: { name: 'limited', namespace: 'default' },
        },
      ];
      const { id } = await start({
        title: 'Keys leaked',
        ownerRef: 'user:default/limited',
        visibility: 'restricted',
        commanderRef: 'user:default/alice',
      });
      const other = await start();
      await remove(id);
      await remove(other.id);
      const seenBy = async (user: string) => {
        const page = await portal
          .as(user)
          .listDeletedPostmortems({ query: {} });
        return [page.items.map(each => each.id), page.totalItems];
      };
      expect(await seenBy('alice')).toEqual([['PM-2', 'PM-1'], 2]);
      expect(await seenBy('auditor')).toEqual([['PM-2', 'PM-1'], 2]);
      expect(await seenBy('member')).toEqual([['PM-2', 'PM-1'], 2]);
      expect(await seenBy('outsider')).toEqual([['PM-2'], 1]);
      expect(await seenBy('limited')).toEqual([['PM-1'], 1]);
      expect(await refusal(seenBy('reader'))).toMatchObject({ status: 403 });
      expect(await refusal(restore('PM-1', portal.as('outsider')))).toEqual(
        await refusal(restore('PM-99', portal.as('outsider'))).then(each => ({
          ...each,
          message: 'Postmortem PM-1 not found',
        })),
      );
      expect(
        await refusal(restore('PM-2', portal.as('limited'))),
      ).toMatchObject({ status: 403 });

      const first = await portal.api.listDeletedPostmortems({
        query: { limit: 1 },
      });
      const second = await portal.api.listDeletedPostmortems({
        query: { limit: 1, cursor: first.pageInfo.nextCursor },
      });
      expect([first, second].flatMap(page => page.items[0].id)).toEqual([
        'PM-2',
        'PM-1',
      ]);
    });

    it('is purged after the configured time, leaving a record', async () => {
      const { id } = await start({ title: 'A title of its own' });
      await complete(portal.api, { id });
      await remove(id);
      portal.clock.now = new Date('2026-06-10T12:00:00.000Z');
      await portal.runTask('purge-deleted');
      expect(await knex('deleted_postmortems')).toEqual([
        expect.objectContaining({ snapshot: null, title: null }),
      ]);
      const { items } = await portal.api.listDeletedPostmortems({ query: {} });
      expect(items).toEqual([
        expect.objectContaining({
          id,
          governingSeverity: 'SEV-2',
          teamRefs: ['group:default/checkout'],
          reason: REASON,
          successorId: 'PM-2',
          purgedAt: '2026-06-10T12:00:00.000Z',
        }),
      ]);
      expect(items[0].title).toBeUndefined();
      expect(await refusal(restore(id))).toMatchObject({ status: 409 });
    });

    it('covers every table that belongs to a postmortem', async () => {
      const referring = await tablesReferringTo('postmortems');
      const toItems = await tablesReferringTo('action_items');
      expect([...new Set([...referring, ...toItems])].sort()).toEqual(
        [...PARTS.map(part => part.table), ...OUTLIVING].sort(),
      );
      for (const { table } of PARTS) {
        if (table === 'action_items') continue;
        const indirect = (await tablesReferringTo(table)).filter(
          each => !PARTS.some(part => part.table === each),
        );
        expect([table, indirect]).toEqual([table, []]);
      }
    });

    async function tablesReferringTo(table: string): Promise<string[]> {
      if (databaseId === 'SQLITE_3') {
        const names: string[] = await knex('sqlite_master')
          .where({ type: 'table' })
          .pluck('name');
        const found = [];
        for (const name of names) {
          const keys: { table: string }[] = await knex.raw(
            `pragma foreign_key_list("${name}")`,
          );
          if (keys.some(key => key.table === table)) found.push(name);
        }
        return found;
      }
      const { rows } = await knex.raw(
        `select distinct conrelid::regclass::text as name from pg_constraint
         where contype = 'f' and confrelid = ?::regclass`,
        [table],
      );
      return rows.map((row: { name: string }) => row.name.replaceAll('"', ''));
    }

    /** Content in every part. */
    async function fillIn(id: string): Promise<Postmortem> {
      await complete(portal.api, { id });
      await portal.api.addActionItem({
        params: { id },
        body: {
          title: 'Flush in steps',
          kind: 'prevent',
          priority: 'P1',
          status: 'open',
          ownerRef: 'group:default/checkout',
          dueAt: '2026-03-20T00:00:00Z',
        },
      });
      await portal.as('carol').addComment({
        params: { id },
        body: { markdown: 'Which shops?' },
      });
      await portal.as('carol').watch({ params: { id } });
      await portal.api.putOwner({
        ...(await current(id)),
        body: { ownerRef: 'user:default/bob' },
      });
      await portal.as('bob').acknowledgeOwner({ params: { id } });
      await portal.api.putReviewers({
        ...(await current(id)),
        body: { reviewerRefs: ['user:default/carol'] },
      });
      await portal.api.putMeeting({
        ...(await current(id)),
        body: { scheduledFor: '2026-03-13T09:00:00Z' },
      });
      await portal.as('carol').putExtension({
        ...(await current(id)),
        body: { dueAt: '2026-03-25T12:00:00.000Z', reason: 'Holidays' },
      });
      return read(id);
    }
  },
);
