import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { FakeSource, withSource } from '../__testUtils__/FakeSource';
import { complete, refusal, startPortal } from '../__testUtils__/harness';
import type { TestPortal } from '../__testUtils__/harness';
import {
  declared,
  deliver,
  happened,
  settled,
} from '../__testUtils__/incidents';
import { readIndex } from '../__testUtils__/searchIndex';
import { migrate } from '../kernel/db/migrate';
import { NO_FREE_TEXT, TEXT_COLUMNS } from './textColumns';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const TOKEN = 'hunter22';
const REASON = 'A token leaked';

describe.each(databases.eachSupportedId())('Redacting, %s', databaseId => {
  let knex: Knex;
  let portal: TestPortal;
  beforeEach(async () => {
    knex = await databases.init(databaseId);
    portal = await startPortal({
      knex,
      features: [withSource(new FakeSource())],
    });
  });
  afterEach(() => portal.stop());

  const read = (id: string) => portal.api.getPostmortem({ params: { id } });
  const current = async (id: string) => ({
    params: { id },
    ifMatch: (await read(id)).revision,
  });
  const redact = (id: string, text = TOKEN) =>
    portal.api.redactPostmortem({
      params: { id },
      body: { text, reason: REASON },
    });

  /** All places in the database that contain a text. */
  async function traces(text = TOKEN): Promise<string[]> {
    const found: string[] = [];
    for (const table of Object.keys({ ...TEXT_COLUMNS, ...NO_FREE_TEXT })) {
      for (const row of await knex(table)) {
        for (const [name, value] of Object.entries(row)) {
          const said = Buffer.isBuffer(value)
            ? value.toString()
            : String(value);
          if (said.toLowerCase().includes(text)) found.push(`${table}.${name}`);
        }
      }
    }
    const index = JSON.stringify(await readIndex(knex));
    if (index.includes(text)) found.push('the search index');
    return [...new Set(found)];
  }

  /** A published postmortem of an incident with the token everywhere. */
  async function leak(): Promise<string> {
    await deliver(portal, [
      ...declared('10 09:00'),
      happened('10 09:00', {
        kind: 'described',
        title: `Token ${TOKEN} refused`,
        url: `https://incidents.example.com/1?token=${TOKEN}`,
        labels: [TOKEN],
      }),
      happened('10 09:20', { kind: 'note', text: `Tried ${TOKEN}` }),
      happened('10 10:00', { kind: 'resolved' }),
    ]);
    await settled(knex, portal);
    const { items } = await portal.api.listPostmortems({ query: {} });
    const { id } = items[0];
    await complete(portal.api, { id });
    await portal.api.putSection({
      params: { id, key: 'summary' },
      body: { markdown: `curl -u admin:${TOKEN.toUpperCase()} failed` },
      ifMatch: 1,
    });
    await portal.api.addTimelineEvent({
      params: { id },
      body: { occurredAt: '2026-03-10T09:30:00Z', text: `Sent "${TOKEN}"` },
    });
    await portal.api.addContributingFactor({
      params: { id },
      body: { title: TOKEN, description: TOKEN },
    });
    await portal.api.addActionItem({
      params: { id },
      body: {
        title: `Rotate ${TOKEN}`,
        description: TOKEN,
        kind: 'repair',
        priority: 'P2',
      },
    });
    await portal.as('carol').addComment({
      params: { id },
      body: { markdown: `Is ${TOKEN} still valid?` },
    });
    await portal.api.updatePostmortem({
      ...(await current(id)),
      body: {
        labels: [TOKEN, `x-${TOKEN}`],
        links: [{ url: `https://example.com/${TOKEN}`, title: TOKEN }],
        contributors: [{ userRef: 'user:default/bob', role: TOKEN }],
        severity: 'SEV-1',
        severityReason: TOKEN,
        noActionItemsReason: TOKEN,
      },
    });
    await portal.api.putOwner({
      ...(await current(id)),
      body: { ownerRef: 'user:default/bob' },
    });
    await portal.as('carol').putExtension({
      ...(await current(id)),
      body: { dueAt: '2026-05-25T12:00:00.000Z', reason: TOKEN },
    });
    await portal.api.changeStatus({
      ...(await current(id)),
      body: { to: 'in-review' },
    });
    const { contentRevision } = await read(id);
    await portal.as('carol').addReview({
      params: { id },
      body: { verdict: 'approve', comment: TOKEN, contentRevision },
    });
    return id;
  }

  it('redacts a text everywhere without changing figures', async () => {
    const id = await leak();
    const before = await read(id);
    const result = await redact(id);
    await settled(knex, portal);

    expect(await traces()).toEqual([]);
    expect(result.places.map(({ place }) => place).sort()).toEqual(
      [
        'facts',
        'sections',
        'timeline',
        'contributing-factors',
        'action-items',
        'comments',
        'reviews',
        'history',
        'exceptions',
        'incidents',
        'deliveries',
        'messages',
      ].sort(),
    );
    const after = await read(id);
    for (const field of [
      'severity',
      'governingSeverity',
      'dueAt',
      'complianceStatus',
      'status',
      'exceptions',
      'edited',
      'contentRevision',
      'entityRefs',
      'ownerRef',
    ] as const) {
      expect([field, after[field]]).toEqual([field, before[field]]);
    }
    expect(after).toMatchObject({
      title: 'Token [redacted] refused',
      labels: ['redacted', 'x-redacted'],
      revision: before.revision + 1,
      review: { approvals: before.review.approvals },
    });
    expect(after.sections.find(({ key }) => key === 'summary')).toMatchObject({
      markdown: 'curl -u admin:[redacted] failed',
      revision: 3,
    });
    expect(after.sourceFacts.map(({ state }) => state)).toEqual(
      before.sourceFacts.map(({ state }) => state),
    );
    const [entry] = (
      await portal.api.listHistory({ params: { id }, query: {} })
    ).items;
    expect(entry).toMatchObject({
      action: 'redacted',
      actorRef: 'user:default/alice',
      after: result.places,
      reason: REASON,
    });
    const search = (q: string) => portal.api.listPostmortems({ query: { q } });
    expect((await search(TOKEN)).totalItems).toBe(0);
    expect((await search('refused')).totalItems).toBe(1);

    // A repeated delivery adds nothing.
    await deliver(portal, [
      happened('10 09:25', { kind: 'note', text: 'Rotated' }),
    ]);
    await settled(knex, portal);
    expect((await read(id)).timeline.map(({ text }) => text)).toEqual([
      'Tried [redacted]',
      'Rotated',
      'Sent "[redacted]"',
    ]);
    await publish2(id);
  });

  async function publish2(id: string) {
    await portal.api.putOwner({
      ...(await current(id)),
      body: { ownerRef: 'user:default/alice' },
    });
    await portal.api.acknowledgeOwner({ params: { id } });
    await portal.api.changeStatus({
      ...(await current(id)),
      body: { to: 'published' },
    });
  }

  it('redacts deleted postmortems and their successors', async () => {
    const id = await leak();
    const { successorId = '' } = await portal.api.deletePostmortem({
      ...(await current(id)),
      body: { reason: `It says ${TOKEN}` },
    });
    await settled(knex, portal);
    const { places } = await redact(id);
    expect(await traces()).toEqual([]);
    expect(places).toContainEqual({
      place: 'deleted-postmortems',
      occurrences: expect.any(Number),
    });
    // It leaves the draft untouched, so the deleted postmortem can still be restored.
    expect(await read(successorId)).toMatchObject({ edited: false });
    await portal.api.restorePostmortem({ params: { id }, body: {} });
    await settled(knex, portal);
    expect(await traces()).toEqual([]);
    const { items } = await portal.api.listHistory({
      params: { id },
      query: {},
    });
    expect(items.map(({ action }) => action)).toContain('redacted');
    expect(await read(id)).toMatchObject({ title: 'Token [redacted] refused' });
  });

  it('redacts predecessors', async () => {
    const id = await leak();
    const { successorId = '' } = await portal.api.deletePostmortem({
      ...(await current(id)),
      body: { reason: 'x' },
    });
    await settled(knex, portal);
    await redact(successorId);
    expect(await traces()).toEqual([]);
  });

  it('explains what is wrong', async () => {
    const id = await leak();
    expect(await refusal(redact(id, 'abc'))).toMatchObject({
      status: 400,
      message: 'text must be at least 4 characters',
    });
    expect(await refusal(redact(id, 'nowhere to be found'))).toMatchObject({
      status: 400,
      message: `text was not found in ${id}. Copy it exactly as shown`,
    });
    expect(
      await refusal(
        portal.api.redactPostmortem({
          params: { id },
          body: { text: TOKEN, reason: `${TOKEN} leaked` },
        }),
      ),
    ).toMatchObject({ status: 400 });
    expect(await refusal(redact('PM-99'))).toMatchObject({ status: 404 });
    for (const word of ['incident', 'prevent', '2026', 'user', 'SEV-']) {
      await redact(id, word).catch(() => undefined);
      await read(id);
      await portal.api.listHistory({ params: { id }, query: {} });
    }
  });
});

it('Every column of a text type can be redacted, or cannot hold free text', async () => {
  const knex = await databases.init('SQLITE_3');
  await migrate(knex);
  const tables: string[] = await knex('sqlite_master')
    .where({ type: 'table' })
    .whereNot('name', 'like', 'sqlite_%')
    .whereNot('name', 'like', 'knex_%')
    // Tables of FTS5 itself. What is in the index is read above.
    .whereNot('name', 'like', 'search_text_%')
    .pluck('name');
  const columns: string[] = [];
  for (const table of tables) {
    const info = await knex(table).columnInfo();
    for (const [name, { type }] of Object.entries(info)) {
      if (/char|text|blob|binary/i.test(type)) columns.push(`${table}.${name}`);
    }
  }
  const listed = [
    ...Object.entries(TEXT_COLUMNS).flatMap(([table, each]) =>
      Object.keys(each.columns).map(column => `${table}.${column}`),
    ),
    ...Object.entries(NO_FREE_TEXT).flatMap(([table, names]) =>
      names.map(column => `${table}.${column}`),
    ),
  ];
  expect(listed.sort()).toEqual(columns.sort());
});
