import type { Knex } from 'knex';
import { TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type {
  ConfirmImports,
  ImportPostmortem,
} from 'backstage-plugin-postmortems-common';
import {
  aCreate,
  complete,
  publish,
  refusal,
  startPortal,
} from '../__testUtils__/harness';
import type { TestPolicy, TestPortal } from '../__testUtils__/harness';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

/** A SEV-1 due on 4 March, with everything that an import can claim. */
const FORGED: Partial<ImportPostmortem> = {
  severity: 'SEV-1',
  startedAt: '2026-03-01T08:00:00.000Z',
  resolvedAt: '2026-03-01T09:00:00.000Z',
  source: 'wiki',
  status: 'published',
  publishedAt: '2026-03-02T09:00:00.000Z',
  ownerRef: 'user:default/bob',
  ownerAcknowledgedAt: '2026-03-01T10:00:00.000Z',
  meetingHeldAt: '2026-03-02T08:00:00.000Z',
};

const WAIVER = { reason: 'Same as PM-1', approverRef: 'user:default/carol' };
const DRAFT: Partial<ImportPostmortem> = {
  ...FORGED,
  status: 'draft',
  publishedAt: undefined,
  meetingHeldAt: undefined,
};

describe.each(databases.eachSupportedId())('Importing, %s', databaseId => {
  let knex: Knex;
  let portal: TestPortal | undefined;
  afterEach(async () => {
    await portal?.stop();
    portal = undefined;
  });

  async function start(
    options: Omit<Parameters<typeof startPortal>[0], 'knex'> = {},
  ): Promise<TestPortal> {
    knex = await databases.init(databaseId);
    portal = await startPortal({ knex, ...options });
    return portal;
  }

  let keys = 0;
  const body = (more: Partial<ImportPostmortem> = FORGED) =>
    ({
      ...aCreate(),
      importKey: `key ${(keys += 1)}`,
      sections: { summary: 'It was the cache.' },
      ...more,
    } as ImportPostmortem);

  async function imported(more?: Partial<ImportPostmortem>) {
    const { id } = await portal!.api.importPostmortem({ body: body(more) });
    return id;
  }
  const read = (id: string, as = 'carol') =>
    portal!.as(as).getPostmortem({ params: { id } });
  const historyOf = async (id: string) => {
    const { items } = await portal!.api.listHistory({ params: { id } });
    return items.map(({ actorRef, action }) => `${actorRef} ${action}`);
  };
  const ledgerOf = (id: string) =>
    knex('compliance_exceptions')
      .where({ postmortem_id: Number(id.slice(3)) })
      .orderBy('id')
      .select('kind', 'actor_ref', 'reason', 'status_before', 'status_after');
  async function confirm(
    as: string,
    id: string,
    more: Partial<ConfirmImports> = {},
  ) {
    const { results } = await portal!
      .as(as)
      .confirmImports({ body: { items: [{ id }], ...more } });
    return results[0];
  }
  const rate = async () => {
    const { overall } = await portal!.api.getCompliance({ query: {} });
    return [overall.counts.claimed, overall.due, overall.medianHoursToPublish];
  };

  it('keeps claims of an import outside the rate', async () => {
    await start();
    const id = await imported();
    const postmortem = await read(id);
    expect(postmortem).toMatchObject({
      status: 'published',
      complianceStatus: 'claimed',
      origin: 'import',
      exceptions: 1,
      publications: [],
      imported: {
        by: 'user:default/alice',
        at: '2026-03-12T12:00:00.000Z',
        source: 'wiki',
        claims: {
          publication: { at: '2026-03-02T09:00:00.000Z' },
          acknowledgement: {
            ownerRef: 'user:default/bob',
            at: '2026-03-01T10:00:00.000Z',
          },
          meeting: { heldAt: '2026-03-02T08:00:00.000Z' },
        },
      },
    });
    for (const field of [
      'publishedAt',
      'completedAt',
      'ownerAcknowledgedAt',
      'meetingHeldAt',
    ]) {
      expect(postmortem).not.toHaveProperty(field);
    }
    expect(await rate()).toEqual([1, 0, undefined]);
    expect(await historyOf(id)).toEqual([
      'user:default/alice meeting-claimed',
      'user:default/alice acknowledgement-claimed',
      'user:default/alice publication-claimed',
      'user:default/alice imported',
    ]);
    expect(await ledgerOf(id)).toEqual([
      {
        kind: 'imported',
        actor_ref: 'user:default/alice',
        reason: null,
        status_before: null,
        status_after: 'claimed',
      },
    ]);
    expect(await knex('postmortem_involvement')).toEqual([]);
  });

  it('lists neither claims nor exceptions of an imported draft', async () => {
    await start();
    const id = await imported({});
    expect(await read(id)).toMatchObject({
      complianceStatus: 'on-track',
      exceptions: 0,
      imported: { by: 'user:default/alice', claims: {} },
    });
    expect(await historyOf(id)).toEqual(['user:default/alice imported']);
    expect((await confirm('carol', id)).error).toEqual({
      name: 'ConflictError',
      message: `${id} has no imported claims to confirm`,
    });
  });

  it('rejects implausible claims, naming the field', async () => {
    await start();
    for (const [more, message] of [
      [{ publishedAt: '0001-01-01T00:00:00Z' }, /^publishedAt .*before/],
      [{ publishedAt: '2030-01-01T00:00:00Z' }, /^publishedAt .*future/],
      [{ publishedAt: '2026-03-01T08:30:00Z' }, /^publishedAt .*resolvedAt/],
      [{ publishedAt: undefined }, /^publishedAt is required .*published/],
      [{ status: 'draft' }, /^publishedAt must be omitted .*draft/],
      [{ meetingHeldAt: '2030-01-01T00:00:00Z' }, /^meetingHeldAt .*future/],
      [{ meetingHeldAt: '2026-02-01T00:00:00Z' }, /^meetingHeldAt .*startedAt/],
      [
        { ownerAcknowledgedAt: '2026-02-01T00:00:00Z' },
        /^ownerAcknowledgedAt .*startedAt/,
      ],
      [{ ownerAcknowledgedAt: '2030-01-01T00:00:00Z' }, /^ownerAck.*future/],
      [{ ownerRef: undefined }, /^ownerAcknowledgedAt requires ownerRef/],
      [
        { waiver: { ...WAIVER, expiresAt: '2026-03-01T08:30:00Z' } },
        /^waiver.expiresAt .*resolvedAt/,
      ],
      [
        { extension: { ...WAIVER, dueAt: '2026-03-02T00:00:00Z' } },
        /^extension.dueAt must be later than the policy deadline/,
      ],
      [
        {
          actionItems: [
            {
              title: 'x',
              kind: 'prevent',
              priority: 'P3',
              status: 'declined',
              statusReason: 'x',
              closedAt: '2030-01-01T00:00:00Z',
            },
          ],
        },
        /^actionItems\[0\].closedAt .*future/,
      ],
    ] as [Partial<ImportPostmortem>, RegExp][]) {
      expect(
        await refusal(
          portal!.api.importPostmortem({ body: body({ ...FORGED, ...more }) }),
        ),
      ).toMatchObject({
        status: 400,
        message: expect.stringMatching(message),
      });
    }
  });

  it('accepts only users other than the owner as approvers', async () => {
    await start();
    for (const [approverRef, message] of [
      ['user:default/bob', /approverRef must not be the owner/],
      ['component:default/checkout-api', /approverRef must be a User entity/],
    ] as const) {
      for (const field of ['waiver', 'extension']) {
        const granted = {
          reason: 'x',
          approverRef,
          ...(field === 'extension' && { dueAt: '2026-04-01T00:00:00Z' }),
        };
        expect(
          await refusal(
            portal!.api.importPostmortem({
              body: body({ ...DRAFT, [field]: granted }),
            }),
          ),
        ).toMatchObject({
          status: 400,
          message: expect.stringMatching(
            new RegExp(`^${field}\\.${message.source}`),
          ),
        });
      }
    }
  });

  it('accepts people and services that left the catalog, and says so', async () => {
    await start();
    const [ghost, legacy] = ['user:default/ghost', 'component:default/legacy'];
    const id = await imported({
      ...DRAFT,
      entityRefs: [legacy, 'component:default/checkout-api'],
      ownerRef: ghost,
      commanderRef: ghost,
      contributors: [{ userRef: 'user:default/gone', role: 'Scribe' }],
      waiver: { ...WAIVER, approverRef: 'user:default/boss' },
    });
    expect(await read(id)).toMatchObject({
      entityRefs: [legacy, 'component:default/checkout-api'],
      teamRefs: ['group:default/checkout'],
      ownerRef: ghost,
      commanderRef: ghost,
    });
    const { items } = await portal!.api.listHistory({
      params: { id },
      query: { action: ['imported'] },
    });
    expect(items).toMatchObject([
      {
        reason: `No longer in the catalog: ${legacy}, ${ghost}, user:default/gone, user:default/boss`,
      },
    ]);
    const orphaned = await imported({ ...DRAFT, entityRefs: [legacy] });
    expect((await read(orphaned)).teamRefs).toEqual([]);
  });

  it('requires its own permission, which services can have', async () => {
    await start({
      policy: permission => ({
        result:
          permission.name === 'postmortem.import'
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
      }),
    });
    expect(
      await refusal(portal!.api.importPostmortem({ body: body() })),
    ).toMatchObject({
      status: 403,
      message: 'You need the postmortem.import permission for this',
    });
    const { id } = await portal!.asService.importPostmortem({ body: body() });
    expect((await read(id)).imported?.by).toBe('external:test-service');
  });

  it('is confirmed only by someone independent, with all effects', async () => {
    await start();
    const id = await imported();
    for (const [as, because] of [
      ['alice', 'you imported it'],
      ['bob', 'you acknowledged or edited it as its owner'],
    ]) {
      expect(await confirm(as, id)).toEqual({
        id,
        error: {
          name: 'NotAllowedError',
          message: `Only someone independent can confirm an import: ${because}`,
        },
      });
    }
    const { results } = await portal!.asService.confirmImports({
      body: { items: [{ id }] },
    });
    expect(results[0].error?.name).toBe('NotAllowedError');
    expect((await read(id, 'alice')).imported?.dependence).toBe('importer');
    expect((await read(id)).imported).not.toHaveProperty('dependence');

    const reason = 'The page in the wiki says so';
    const confirmed = await confirm('carol', id, { reason });
    expect(confirmed.postmortem).toMatchObject({
      complianceStatus: 'met',
      publishedAt: FORGED.publishedAt,
      ownerAcknowledgedAt: FORGED.ownerAcknowledgedAt,
      exceptions: 2,
    });
    expect(await read(id)).toMatchObject({
      meetingHeldAt: FORGED.meetingHeldAt,
      publications: [{ at: FORGED.publishedAt, contentRevision: 1 }],
      imported: {
        by: 'user:default/alice',
        confirmedBy: 'user:default/carol',
        confirmedAt: '2026-03-12T12:00:00.000Z',
      },
    });
    expect(await rate()).toEqual([0, 1, 24]);
    expect((await historyOf(id))[0]).toBe(
      'user:default/carol import-confirmed',
    );
    expect((await ledgerOf(id))[1]).toEqual({
      kind: 'import-confirmed',
      actor_ref: 'user:default/carol',
      reason,
      status_before: 'claimed',
      status_after: 'met',
    });
    expect(
      await knex('postmortem_involvement').select('user_ref', 'cycle'),
    ).toEqual([{ user_ref: 'user:default/bob', cycle: 1 }]);
    expect((await confirm('carol', id)).error).toEqual({
      name: 'ConflictError',
      message: `${id} was already confirmed by user:default/carol`,
    });
  });

  it('is not confirmed by the author of most of the text', async () => {
    await start();
    const id = await imported({ ...DRAFT, waiver: WAIVER });
    await portal!.as('carol').putSection({
      params: { id, key: 'impact' },
      body: { markdown: 'Nobody could pay for an hour and a half.' },
      ifMatch: 0,
    });
    expect((await confirm('carol', id)).error?.message).toMatch(
      /you wrote more than half of the text$/,
    );
    expect((await read(id)).imported?.dependence).toBe('author');
  });

  it('confirms in bulk, each with its own result', async () => {
    await start();
    const ids = [await imported(), await imported(), await imported()];
    const { results } = await portal!.as('carol').confirmImports({
      body: {
        items: [
          { id: ids[0], revision: 1 },
          { id: 'PM-999' },
          { id: ids[1], revision: 7 },
          { id: ids[2] },
        ],
      },
    });
    expect(
      results.map(({ postmortem, error }) =>
        error ? error.name : postmortem?.complianceStatus,
      ),
    ).toEqual(['met', 'NotFoundError', 'StaleRevisionError', 'met']);
  });

  it('requires the waive permission to confirm a waiver or extension', async () => {
    const policy: TestPolicy = permission => ({
      result:
        permission.name === 'postmortem.waive'
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
    });
    await start({ policy });
    const waived = await imported({ ...DRAFT, waiver: WAIVER });
    expect((await confirm('carol', waived)).error).toEqual({
      name: 'NotAllowedError',
      message: `${waived} claims a waiver, so you need the postmortem.waive permission to confirm it`,
    });
    expect((await confirm('carol', await imported())).postmortem).toBeDefined();
  });

  it('excuses only by confirmed claims', async () => {
    await start();
    const extension = { ...WAIVER, dueAt: '2026-04-01T00:00:00.000Z' };
    const waived = await imported({ ...DRAFT, waiver: WAIVER });
    const extended = await imported({ ...DRAFT, extension });
    for (const id of [waived, extended]) {
      const { complianceStatus, waiver, dueAt } = await read(id);
      expect({ complianceStatus, waiver, dueAt }).toEqual({
        complianceStatus: 'claimed',
        dueAt: '2026-03-04T23:59:59.999Z',
      });
    }
    // Open claims do not allow moving the deadline.
    expect(
      await refusal(
        portal!.api.updatePostmortem({
          params: { id: waived },
          body: { resolvedAt: '2026-03-12T09:00:00Z' },
          ifMatch: 1,
        }),
      ),
    ).toMatchObject({ status: 400, message: expect.stringMatching(/^reason/) });

    expect((await confirm('carol', waived)).postmortem).toMatchObject({
      complianceStatus: 'waived',
      waiver: WAIVER,
    });
    expect((await confirm('carol', extended)).postmortem).toMatchObject({
      complianceStatus: 'on-track',
      dueAt: extension.dueAt,
    });
    expect((await historyOf(extended)).slice(0, 2)).toEqual([
      'user:default/carol deadline-changed',
      'user:default/carol import-confirmed',
    ]);
  });

  it('ignores a claimed publication once there is a real one', async () => {
    await start();
    const plain = await imported({ ...FORGED, sections: {} });
    const waived = await imported({ ...FORGED, sections: {}, waiver: WAIVER });
    for (const id of [plain, waived]) {
      const { revision } = await read(id);
      await portal!.api.changeStatus({
        params: { id },
        body: { to: 'draft', reason: 'Nothing is in it' },
        ifMatch: revision,
      });
      const reopened = await read(id);
      expect(reopened.complianceStatus).toBe('claimed');
      await portal!.api.putOwner({
        params: { id },
        body: { ownerRef: 'user:default/alice' },
        ifMatch: reopened.revision,
      });
      await complete(portal!.api, { id });
      await publish(portal!.api, { id });
    }
    const real = '2026-03-12T12:00:00.000Z';
    expect(await read(plain)).toMatchObject({
      complianceStatus: 'late',
      publishedAt: real,
      completedAt: real,
    });
    expect(await read(waived)).toMatchObject({ complianceStatus: 'claimed' });
    await confirm('carol', waived);
    expect(await read(waived)).toMatchObject({
      complianceStatus: 'waived',
      publishedAt: real,
      publications: [{ at: real, by: 'user:default/alice' }],
    });
  });

  it('counts a claimed meeting only under a meeting-based policy', async () => {
    await start({
      config: {
        postmortems: {
          policies: [
            {
              effectiveFrom: '2020-01-01',
              timeZone: 'UTC',
              satisfiedBy: 'meeting-held',
              rules: [{ severity: 'SEV-1', due: { calendarDays: 3 } }],
            },
          ],
        },
      },
    });
    const published = await imported({ ...FORGED, meetingHeldAt: undefined });
    expect((await read(published)).complianceStatus).toBe('overdue');
    const held = await imported();
    expect((await read(held)).complianceStatus).toBe('claimed');
    expect((await confirm('carol', held)).postmortem).toMatchObject({
      complianceStatus: 'met',
      completedAt: FORGED.meetingHeldAt,
    });
  });

  it('replaces a claimed acknowledgement by a real one', async () => {
    await start();
    const id = await imported();
    await portal!.as('bob').acknowledgeOwner({ params: { id } });
    const at = '2026-03-12T12:00:00.000Z';
    expect((await read(id)).ownerAcknowledgedAt).toBe(at);
    await confirm('carol', id);
    expect(await read(id)).toMatchObject({
      complianceStatus: 'met',
      ownerAcknowledgedAt: at,
    });
    expect(
      await knex('postmortem_involvement').select('user_ref', 'cycle'),
    ).toEqual([{ user_ref: 'user:default/bob', cycle: 1 }]);
  });

  it('reveals nothing about import keys of others', async () => {
    await start({
      policy: permission => ({
        result:
          permission.name === 'postmortem.read-restricted'
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
      }),
    });
    const one = body({ importKey: 'wiki/1' });
    const hidden = body({
      importKey: 'wiki/2',
      visibility: 'restricted',
      ownerRef: 'user:default/bob',
    });
    await portal!.asService.importPostmortem({ body: hidden });
    const { id } = await portal!.asService.importPostmortem({ body: one });
    expect(await portal!.api.importPostmortem({ body: one })).toEqual({
      id,
      created: false,
    });
    const mine = body({ importKey: 'wiki/2' });
    const made = await portal!.api.importPostmortem({ body: mine });
    expect(made).toEqual({ id: 'PM-3', created: true });
    expect(await portal!.api.importPostmortem({ body: mine })).toEqual({
      ...made,
      created: false,
    });
  });

  it('creates one postmortem for concurrent imports', async () => {
    await start();
    const same = body();
    const both = await Promise.all(
      [1, 2, 3].map(() => portal!.api.importPostmortem({ body: same })),
    );
    expect(both.filter(({ created }) => created)).toHaveLength(1);
    expect(new Set(both.map(({ id }) => id)).size).toBe(1);
  });
});
