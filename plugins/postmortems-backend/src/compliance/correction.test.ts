import { TestDatabases } from '@backstage/backend-test-utils';
import type {
  CorrectFacts,
  Postmortem,
  UpdatePostmortem,
} from 'backstage-plugin-postmortems-common';
import type { Knex } from 'knex';
import {
  aCreate,
  complete,
  publish,
  refusal,
  startPortal,
} from '../__testUtils__/harness';
import type { TestPortal } from '../__testUtils__/harness';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

/** Since March, the policy allows a month for nearly everything. */
const POLICIES = [
  {
    rules: [
      { severity: 'SEV-1', due: { calendarDays: 3 } },
      { severity: 'SEV-2', due: { businessDays: 5 } },
    ],
  },
  {
    effectiveFrom: '2026-03-11',
    rules: [
      { severity: 'SEV-1', due: { calendarDays: 3 } },
      { severity: 'SEV-2', due: { calendarDays: 30 } },
    ],
  },
];

describe.each(databases.eachSupportedId())(
  'Facts that decide the deadline, %s',
  databaseId => {
    let knex: Knex;
    let portal: TestPortal;
    let latest: Postmortem;
    beforeEach(async () => {
      knex = await databases.init(databaseId);
      await start(POLICIES);
    });
    afterEach(() => portal.stop());

    /** As the owner's, with a deadline at the end of 17 March. */
    async function start(policies: object[]) {
      portal = await startPortal({
        knex,
        config: { postmortems: { policies } as never },
      });
      latest = await portal.api.createPostmortem({
        body: aCreate({ ownerRef: 'user:default/alice' }),
      });
      latest = await portal.api.acknowledgeOwner({ params: latest });
    }

    const at = (time: string) => {
      portal.clock.now = new Date(time);
    };
    async function write(body: UpdatePostmortem, user = 'alice') {
      const { revision } = await portal.api.getPostmortem({ params: latest });
      latest = await portal
        .as(user)
        .updatePostmortem({ params: latest, body, ifMatch: revision });
      return latest;
    }
    async function correct(body: CorrectFacts, user = 'bob') {
      const { revision } = await portal.api.getPostmortem({ params: latest });
      latest = await portal
        .as(user)
        .correctFacts({ params: latest, body, ifMatch: revision });
      return latest;
    }
    async function meet(heldAt: string | undefined, reason?: string) {
      const { revision } = await portal.api.getPostmortem({ params: latest });
      latest = await portal.api.putMeeting({
        params: latest,
        body: { heldAt, reason },
        ifMatch: revision,
      });
      return latest;
    }
    const listed = () =>
      knex('compliance_exceptions')
        .where({ postmortem_id: Number(latest.id.slice('PM-'.length)) })
        .orderBy('id')
        .select('kind', 'field', 'actor_ref', 'reason', 'status_after');
    const movesOfDeadline = async () =>
      (await portal.api.listHistory({ params: latest })).items
        .filter(({ action }) => action === 'deadline-changed')
        .map(({ actorRef, before, after, reason }) => [
          actorRef,
          before,
          after,
          reason,
        ]);

    it.each<[string, UpdatePostmortem]>([
      ['a later resolution', { resolvedAt: '2026-03-20T12:00:00Z' }],
      ['none', { resolvedAt: null }],
      [
        'a start under a gentler policy',
        {
          startedAt: '2026-03-11T00:00:00Z',
          resolvedAt: '2026-03-11T01:00:00Z',
        },
      ],
    ])('cannot be changed to %s by those involved', async (_, change) => {
      at('2026-03-21T12:00:00Z');
      for (const reason of [undefined, 'The status page was wrong']) {
        expect(await refusal(write({ ...change, reason }))).toMatchObject({
          status: 403,
          message: expect.stringMatching(/independent.*Correct facts/),
        });
      }
      expect(await portal.api.getPostmortem({ params: latest })).toMatchObject({
        complianceStatus: 'overdue',
        dueAt: '2026-03-17T23:59:59.999Z',
      });
      expect(await listed()).toEqual([]);
    });

    it('can be corrected with a reason for a day after the first entry', async () => {
      const resolvedAt = '2026-03-12T10:00:00Z';
      expect(await refusal(write({ resolvedAt }))).toMatchObject({
        status: 400,
        message: expect.stringMatching(/^reason/),
      });
      const reason = 'It was the wrong day';
      expect(await write({ resolvedAt, reason })).toMatchObject({
        dueAt: '2026-03-19T23:59:59.999Z',
        exceptions: 1,
      });
      expect(await movesOfDeadline()).toEqual([
        [
          'user:default/alice',
          '2026-03-17T23:59:59.999Z',
          '2026-03-19T23:59:59.999Z',
          'the time of resolution changed: It was the wrong day',
        ],
      ]);
      // Less time requires no reason.
      await write({ resolvedAt: '2026-03-11T10:00:00Z' });
      at('2026-03-13T12:01:00Z');
      expect(await refusal(write({ resolvedAt, reason }))).toMatchObject({
        status: 403,
      });
      expect(await listed()).toEqual([
        {
          kind: 'redated',
          field: 'resolvedAt',
          actor_ref: 'user:default/alice',
          reason,
          status_after: 'on-track',
        },
      ]);
    });

    it('get no second day by removing and entering them again', async () => {
      await write({ resolvedAt: null, reason: 'It came back' });
      at('2026-03-17T12:00:00Z');
      await write({ resolvedAt: '2026-03-16T12:00:00Z' });
      const again = { resolvedAt: '2026-03-17T12:00:00Z', reason: 'Later' };
      expect(await refusal(write(again))).toMatchObject({ status: 403 });
    });

    it('cannot hide behind a raised severity', async () => {
      at('2026-03-14T12:00:00Z');
      const hidden = { severity: 'SEV-1', resolvedAt: '2026-03-14T10:00:00Z' };
      // As SEV-1 it would be due on the 13th, four days earlier.
      expect(await refusal(write(hidden))).toMatchObject({ status: 403 });
      expect(await write({ severity: 'SEV-1' })).toMatchObject({
        complianceStatus: 'overdue',
        dueAt: '2026-03-13T23:59:59.999Z',
      });
    });

    it('determine the policy while the incident is ongoing', async () => {
      await write({ resolvedAt: null, reason: 'It came back' });
      at('2026-03-14T12:00:00Z');
      const startedAt = '2026-03-11T09:00:00Z';
      expect(
        await refusal(write({ startedAt, reason: 'Later' })),
      ).toMatchObject({ status: 403 });
      await write({ startedAt: '2026-03-09T09:00:00Z' });
    });

    it('do not include outcome, labels and another team’s calendar', async () => {
      at('2026-03-21T12:00:00Z');
      const changed = await write({
        outcome: 'false-alarm',
        labels: ['drill', 'exercise'],
        entityRefs: ['resource:default/payments-db'],
      });
      expect(changed).toMatchObject({
        complianceStatus: 'overdue',
        dueAt: '2026-03-17T23:59:59.999Z',
        teamRefs: ['group:default/platform'],
      });
      expect(changed.deadline?.explanation.timeZone).toBe('UTC');
    });

    it('can be corrected by someone independent, with a visible reason', async () => {
      at('2026-03-21T12:00:00Z');
      const body = {
        resolvedAt: '2026-04-06T11:28:00Z',
        reason: 'Orders failed until then',
      };
      at('2026-04-28T09:00:00Z');
      expect(await refusal(correct(body, 'alice'))).toMatchObject({
        status: 403,
        message: expect.stringMatching(/independent.*owner/),
      });
      const { revision: ifMatch } = latest;
      expect(
        await refusal(
          portal.asService.correctFacts({ params: latest, body, ifMatch }),
        ),
      ).toMatchObject({ status: 403 });
      // Stepping aside does not make someone independent.
      latest = await portal.as('carol').putOwner({
        params: latest,
        body: { ownerRef: null },
        ifMatch: latest.revision,
      });
      expect(await refusal(correct(body, 'alice'))).toMatchObject({
        status: 403,
      });

      expect(await correct(body)).toMatchObject({
        resolvedAt: '2026-04-06T11:28:00.000Z',
        complianceStatus: 'overdue',
        dueAt: '2026-04-13T23:59:59.999Z',
        exceptions: 1,
      });
      expect(await movesOfDeadline()).toEqual([
        [
          'user:default/bob',
          '2026-03-17T23:59:59.999Z',
          '2026-04-13T23:59:59.999Z',
          'the time of resolution changed: Orders failed until then',
        ],
      ]);
      expect(await listed()).toEqual([
        {
          kind: 'correction',
          field: 'resolvedAt',
          actor_ref: 'user:default/bob',
          reason: 'Orders failed until then',
          status_after: 'overdue',
        },
      ]);
    });

    it.each<[number, string, Partial<CorrectFacts>]>([
      [400, 'at least one of', {}],
      [400, 'resolvedAt', { resolvedAt: '2027-01-01T00:00:00Z' }],
      [400, 'startedAt', { startedAt: '2026-03-11T00:00:00Z' }],
      [400, 'severity', { severity: 'SEV-9' }],
      [409, 'Nothing to correct', { severity: 'sev-2' }],
      [409, 'Nothing to correct', { resolvedAt: '2026-03-10T12:28:00+01:00' }],
    ])(
      'reject with %d and "%s" a correction to %j',
      async (status, message, facts) => {
        const refused = await refusal(
          correct({ ...facts, reason: 'So it was' }),
        );
        expect(refused).toMatchObject({
          status,
          message: expect.stringContaining(message),
        });
      },
    );

    it('can be corrected while published', async () => {
      at('2026-03-19T12:00:00Z');
      await complete(portal.api, latest);
      latest = await publish(portal.api, latest);
      expect(latest.complianceStatus).toBe('late');
      expect(
        await refusal(write({ resolvedAt: '2026-03-13T12:00:00Z' })),
      ).toMatchObject({ status: 409 });
      expect(
        await correct({
          resolvedAt: '2026-03-13T12:00:00Z',
          reason: 'It was in the logs',
        }),
      ).toMatchObject({
        status: 'published',
        complianceStatus: 'met',
        dueAt: '2026-03-20T23:59:59.999Z',
      });
    });

    it('keep a severity declared by mistake visible', async () => {
      await write({ severity: 'SEV-1', severityReason: 'All orders fail' });
      await write({ severity: 'SEV-3' });
      at('2026-03-16T12:00:00Z');
      expect(latest).toMatchObject({ governingSeverity: 'SEV-1' });
      const corrected = await correct({
        severity: 'P2',
        reason: 'The alert counted twice',
      });
      expect(corrected).toMatchObject({
        severity: 'SEV-3',
        governingSeverity: 'SEV-2',
        dueAt: '2026-03-17T23:59:59.999Z',
        complianceStatus: 'on-track',
        severityHistory: [
          { severity: 'SEV-2' },
          { severity: 'SEV-1', declaredByMistake: true },
          { severity: 'SEV-3' },
        ],
      });
      expect(corrected.deadline?.explanation.sentence).toMatch(
        /for SEV-2 \(later lowered to SEV-3, which doesn't extend the deadline\)/,
      );
      const { items } = await portal.api.listHistory({ params: latest });
      expect(
        items.find(({ action }) => action === 'severity-changed'),
      ).toMatchObject({
        actorRef: 'user:default/bob',
        before: 'SEV-1',
        after: 'SEV-2',
        reason: 'declared by mistake: The alert counted twice',
      });
      expect(await listed()).toMatchObject([
        { kind: 'correction', field: 'severity' },
      ]);

      // A severity that was never reached is added.
      expect(
        await correct({ severity: 'SEV-4', reason: 'Nobody noticed' }),
      ).toMatchObject({
        severity: 'SEV-4',
        governingSeverity: 'SEV-4',
        complianceStatus: 'not-required',
      });
      // It can still be raised.
      expect(await write({ severity: 'SEV-1' })).toMatchObject({
        governingSeverity: 'SEV-1',
        complianceStatus: 'overdue',
      });
    });

    it('are judged by the preview before saving', async () => {
      const preview = async (facts: object) =>
        portal.api.previewDeadline({
          body: {
            severity: 'SEV-2',
            postmortemId: latest.id,
            resolvedAt: latest.resolvedAt,
            ...facts,
          },
        });
      const later = { resolvedAt: '2026-03-12T10:00:00Z' };
      expect(await preview({})).toMatchObject({
        needs: 'nothing',
        deadline: { dueAt: '2026-03-17T23:59:59.999Z' },
      });
      expect(await preview(later)).toMatchObject({
        needs: 'reason',
        deadline: { dueAt: '2026-03-19T23:59:59.999Z' },
      });
      at('2026-03-14T12:00:00Z');
      expect(await preview(later)).toMatchObject({ needs: 'correction' });
      expect(await preview({ severity: 'SEV-3' })).toMatchObject({
        needs: 'correction',
        governingSeverity: 'SEV-3',
        required: false,
      });
      // The calendar of another team applies to later obligations only.
      const elsewhere = await preview({
        entityRefs: ['resource:default/payments-db'],
      });
      expect(elsewhere.teamRefs).toEqual(['group:default/platform']);
      expect(elsewhere.deadline?.explanation.timeZone).toBe('UTC');
      const since = '2026-03-10T09:14:00.000Z';
      expect(
        await refusal(
          preview({
            severity: 'SEV-1',
            severityHistory: [
              { severity: 'SEV-1', at: since, declaredByMistake: true },
            ],
          }),
        ),
      ).toMatchObject({
        status: 400,
        message: expect.stringContaining('without declaredByMistake'),
      });
      expect(await refusal(preview({ postmortemId: 'PM-99' }))).toMatchObject({
        status: 404,
      });
    });

    describe('under a meeting-based policy', () => {
      beforeEach(async () => {
        await portal.stop();
        await knex('postmortems').delete();
        await start([{ satisfiedBy: 'meeting-held' }]);
        at('2026-03-20T12:00:00Z');
      });

      it('accept only a meeting that was just held', async () => {
        const longPast = '2026-03-16T12:00:00Z';
        for (const attempt of [
          () => meet(longPast, 'We forgot to say so'),
          () => write({ meetingHeldAt: longPast, reason: 'We forgot' }),
        ]) {
          expect(await refusal(attempt())).toMatchObject({ status: 403 });
        }
        expect(await meet('2026-03-20T11:00:00Z')).toMatchObject({
          complianceStatus: 'late',
          exceptions: 0,
        });
        // Not even through a meeting recorded on time.
        expect(await refusal(meet(longPast, 'A mistake'))).toMatchObject({
          status: 403,
        });
        expect(
          await correct({ meetingHeldAt: longPast, reason: 'I was there' }),
        ).toMatchObject({ complianceStatus: 'met', exceptions: 1 });
        expect(
          await correct({ meetingHeldAt: null, reason: 'It was another' }),
        ).toMatchObject({ complianceStatus: 'overdue', exceptions: 2 });
      });
    });
  },
);
