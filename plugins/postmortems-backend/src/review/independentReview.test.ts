import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import {
  ENTITIES,
  aCreate,
  complete,
  refusal,
  startPortal,
} from '../__testUtils__/harness';
import type { TestPortal } from '../__testUtils__/harness';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const ALICE = 'user:default/alice';
const BOB = 'user:default/bob';
const CAROL = 'user:default/carol';

describe.each(databases.eachSupportedId())(
  'Who can approve and publish, %s',
  databaseId => {
    let knex: Knex;
    let portal: TestPortal;
    let id: string;
    let params: { id: string };

    /** A complete draft by alice that needs one approval. */
    async function start(ownerRef: string | undefined, config: object = {}) {
      knex = await databases.init(databaseId);
      portal = await startPortal({
        knex,
        config: { postmortems: { review: config } } as never,
      });
      ({ id } = await portal.as('carol').createPostmortem({
        body: aCreate({ ownerRef }),
      }));
      params = { id };
      await complete(portal.api, params);
    }
    afterEach(() => portal.stop());

    const read = () => portal.api.getPostmortem({ params });
    const as = (user: string) => portal.as(user);

    async function to(
      status: 'draft' | 'in-review' | 'published',
      user = 'alice',
      reason?: string,
    ) {
      const { revision } = await read();
      return as(user).changeStatus({
        params,
        body: { to: status, reason },
        ifMatch: revision,
      });
    }

    async function setOwner(ownerRef: string | null, by = 'alice') {
      const { revision } = await read();
      return as(by).putOwner({
        params,
        body: { ownerRef },
        ifMatch: revision,
      });
    }

    async function review(
      user: string,
      verdict: 'approve' | 'request-changes' = 'approve',
    ) {
      const { contentRevision } = await read();
      return as(user).addReview({
        params,
        body: {
          verdict,
          contentRevision,
          ...(verdict === 'request-changes' && { comment: 'Say how many.' }),
        },
      });
    }

    async function askFor(...reviewerRefs: string[]) {
      const { revision } = await read();
      return portal.api.putReviewers({
        params,
        body: { reviewerRefs },
        ifMatch: revision,
      });
    }

    async function write(user: string, markdown: string) {
      const { sections } = await read();
      const { revision } = sections.find(({ key }) => key === 'summary')!;
      return as(user).putSection({
        params: { id, key: 'summary' },
        body: { markdown },
        ifMatch: revision,
      });
    }

    async function history() {
      const { items } = await portal.api.listHistory({ params });
      return items;
    }

    const listed = () =>
      knex('compliance_exceptions').orderBy('id').select('kind', 'reason');

    const TOO_FEW = {
      status: 409,
      message: expect.stringMatching(
        /publishing needs 1 approval of the current version.*it has 0/,
      ),
    };

    it('stops an owner who approves and steps aside', async () => {
      await start(ALICE);
      // Others wrote most of the text, so authorship does not matter here.
      await write('carol', 'Words that alice has not written. '.repeat(20));
      await to('in-review');
      await review('alice');
      await setOwner(null);
      expect((await read()).review).toMatchObject({
        approvals: 0,
        reviews: [
          { independent: false, dependence: 'was-owner', counts: false },
        ],
      });
      expect(await refusal(to('published'))).toMatchObject({
        status: 409,
        message: expect.stringMatching(
          /missing owner, approvals; assign an owner/,
        ),
      });
      // Another owner in name only does not help.
      await setOwner(BOB);
      expect(await refusal(to('published'))).toMatchObject({
        message: expect.stringMatching(
          /user:default\/bob must acknowledge ownership/,
        ),
      });
      await as('bob').acknowledgeOwner({ params });
      expect(await refusal(to('published'))).toMatchObject(TOO_FEW);
      await review('bob');
      expect(await refusal(to('published'))).toMatchObject(TOO_FEW);
      await review('carol');
      expect((await read()).review.dependent).toEqual([
        { userRef: ALICE, because: 'was-owner' },
        { userRef: BOB, because: 'owner' },
        { userRef: CAROL, because: 'author' },
      ]);
      expect(await refusal(to('published'))).toMatchObject(TOO_FEW);
    });

    it('stops an owner who hands over and approves', async () => {
      await start(ALICE);
      await write('carol', 'Words that alice has not written. '.repeat(20));
      await as('alice').handOverOwner({ params, body: { reason: 'No time' } });
      await setOwner(BOB);
      await as('bob').acknowledgeOwner({ params });
      await to('in-review');
      await review('alice');
      expect(await refusal(to('published'))).toMatchObject(TOO_FEW);
    });

    it('stops the main author who never was the owner', async () => {
      await start(undefined);
      await to('in-review');
      await review('alice');
      expect((await read()).review.reviews).toMatchObject([
        { independent: false, dependence: 'author', counts: false },
      ]);
      expect(await refusal(to('published'))).toMatchObject({
        message: expect.stringMatching(/missing owner, approvals/),
      });
      // A brief assignment does not make someone dependent.
      await setOwner(CAROL);
      await setOwner(BOB);
      await as('bob').acknowledgeOwner({ params });
      await review('carol');
      // Independent people can also publish.
      expect((await to('published', 'carol')).complianceStatus).toBe('met');
      expect(await listed()).toEqual([]);
    });

    it('remembers an owner of the cycle in which the approval was given', async () => {
      await start(ALICE, { approvals: 0 });
      await write('carol', 'Words that alice has not written. '.repeat(20));
      await write('bob', 'Words that carol has not written. '.repeat(20));
      await to('in-review');
      await review('alice');
      expect(await listed()).toEqual([]);
      portal.clock.now = new Date('2026-03-12T13:00:00Z');
      await to('published');
      expect(await listed()).toMatchObject([
        { kind: 'unapproved-publication' },
      ]);
      const dependent = { independent: false, dependence: 'was-owner' };
      await setOwner(CAROL);
      expect((await read()).review.reviews).toMatchObject([dependent]);
      portal.clock.now = new Date('2026-03-12T14:00:00Z');
      await to('draft', 'alice', 'Once more');
      expect((await read()).review.reviews).toMatchObject([dependent]);
      // In the next cycle she is independent again.
      await to('in-review');
      await review('alice');
      expect((await read()).review.reviews).toMatchObject([
        { independent: true, counts: true },
      ]);
    });

    it('counts approvals by authors if configured, and lists them', async () => {
      await start(BOB, { independence: 'not-owner' });
      await as('bob').acknowledgeOwner({ params });
      await to('in-review');
      await review('alice');
      expect((await read()).review).toMatchObject({
        approvals: 1,
        reviews: [{ independent: false, dependence: 'author', counts: true }],
      });
      await review('bob');
      expect((await read()).review.approvals).toBe(1);
      const published = await to('published', 'bob');
      expect(published).toMatchObject({
        complianceStatus: 'met',
        exceptions: 1,
      });
      expect(await listed()).toMatchObject([
        { kind: 'unapproved-publication' },
      ]);
      expect((await read()).exceptions).toBe(1);
    });

    it('lists a publication by one person alone if no approval is required', async () => {
      await start(ALICE, { approvals: 0 });
      await to('in-review');
      expect(await to('published')).toMatchObject({ exceptions: 1 });
      expect(await listed()).toMatchObject([
        { kind: 'unapproved-publication' },
      ]);
    });

    it('lists an unapproved publication that becomes required later', async () => {
      await start(undefined);
      const { id: minor } = await portal.api.createPostmortem({
        body: aCreate({ severity: 'SEV-4' }),
      });
      id = minor;
      params = { id };
      await complete(portal.api, params);
      await to('in-review');
      expect(await to('published')).toMatchObject({ exceptions: 0 });
      await to('draft', 'alice', 'It was worse');
      const raised = await portal.api.updatePostmortem({
        params,
        body: { severity: 'SEV-1', severityReason: 'It was worse' },
        ifMatch: (await read()).revision,
      });
      expect(raised).toMatchObject({ complianceStatus: 'met', exceptions: 1 });
      expect(await listed()).toEqual([
        { kind: 'unapproved-publication', reason: 'It was worse' },
      ]);
    });

    describe('a request for changes', () => {
      beforeEach(async () => {
        await start(ALICE);
        await as('alice').acknowledgeOwner({ params });
        await askFor(BOB, CAROL);
        await to('in-review');
        await review('bob', 'request-changes');
      });

      const BLOCKED = {
        status: 409,
        message: expect.stringMatching(
          /missing changes-requested; user:default\/bob requested changes/,
        ),
      };

      /** Someone else approves. */
      async function approved() {
        await to('in-review');
        await review('carol');
      }

      it('blocks until the reviewer approves, whatever others say or change', async () => {
        await write('alice', 'Hundreds of shops.');
        await approved();
        expect((await read()).review).toMatchObject({
          approvals: 1,
          changesRequested: 1,
        });
        expect(await refusal(to('published'))).toMatchObject(BLOCKED);
        const { items } = await portal.api.getAgenda({ params });
        expect(items).toEqual([{ kind: 'missing', key: 'changes-requested' }]);

        await review('bob');
        expect((await to('published')).complianceStatus).toBe('met');
        expect(await listed()).toEqual([]);
      });

      it('can be dismissed by someone independent, with a reason', async () => {
        await approved();
        const dismiss = (
          user: string,
          reviewerRef = BOB,
          reason = 'Bob is on leave, and the numbers are there',
        ) => as(user).dismissReview({ params, body: { reviewerRef, reason } });
        expect(await refusal(dismiss('alice'))).toMatchObject({
          status: 403,
          message: expect.stringMatching(/independent.*you are the owner/),
        });
        await setOwner(null);
        expect(await refusal(dismiss('alice'))).toMatchObject({ status: 403 });
        await setOwner(ALICE);
        await as('alice').acknowledgeOwner({ params });
        expect(await refusal(dismiss('carol', BOB, ' '))).toMatchObject({
          status: 400,
        });
        expect(await refusal(dismiss('carol', CAROL))).toMatchObject({
          status: 404,
        });
        expect(
          await refusal(
            portal.asService.dismissReview({
              params,
              body: { reviewerRef: BOB, reason: 'x' },
            }),
          ),
        ).toMatchObject({ status: 403 });

        expect(await dismiss('carol')).toMatchObject({
          exceptions: 1,
          review: {
            changesRequested: 0,
            reviews: expect.arrayContaining([
              expect.objectContaining({
                reviewerRef: BOB,
                blocks: false,
                dismissed: {
                  by: CAROL,
                  at: '2026-03-12T12:00:00.000Z',
                  reason: 'Bob is on leave, and the numbers are there',
                },
              }),
            ]),
          },
        });
        expect(await refusal(dismiss('carol'))).toMatchObject({ status: 404 });
        expect((await history())[0]).toMatchObject({
          action: 'review-dismissed',
          actorRef: CAROL,
          after: BOB,
          reason: 'Bob is on leave, and the numbers are there',
        });
        expect(await listed()).toEqual([
          {
            kind: 'review-dismissed',
            reason: 'Bob is on leave, and the numbers are there',
          },
        ]);

        // He can request changes again.
        await review('bob', 'request-changes');
        await to('in-review');
        expect(await refusal(to('published'))).toMatchObject(BLOCKED);
        await dismiss('carol');
        expect((await to('published')).complianceStatus).toBe('met');
      });

      it('lapses once the reviewer is removed, which is recorded and listed', async () => {
        await approved();
        expect(await askFor(CAROL)).toMatchObject({
          exceptions: 1,
          review: { changesRequested: 0 },
        });
        expect((await history()).slice(0, 2)).toMatchObject([
          { action: 'review-lapsed', actorRef: ALICE, after: BOB },
          { action: 'reviewers-changed' },
        ]);
        expect(await listed()).toMatchObject([{ kind: 'review-dismissed' }]);
        expect((await read()).review.reviews).toContainEqual(
          expect.objectContaining({
            reviewerRef: BOB,
            blocks: false,
            lapsed: { at: '2026-03-12T12:00:00.000Z', because: 'not-asked' },
          }),
        );
        // Adding the reviewer again does not restore the request.
        await askFor(BOB, CAROL);
        expect((await to('published')).complianceStatus).toBe('met');
      });

      it("lapses once the reviewer's group is removed", async () => {
        portal.catalog.entities = ENTITIES.map(entity =>
          entity.metadata.name === 'bob'
            ? {
                ...entity,
                relations: [
                  { type: 'memberOf', targetRef: 'group:default/platform' },
                ],
              }
            : entity,
        );
        await askFor(BOB, CAROL, 'group:default/platform');
        expect(
          (await askFor(CAROL, 'group:default/platform')).review,
        ).toMatchObject({
          changesRequested: 1,
        });
        expect((await askFor(CAROL)).review).toMatchObject({
          changesRequested: 0,
        });
      });

      it('lapses once the reviewer has left the catalog for a day', async () => {
        await approved();
        const left = ENTITIES.filter(({ metadata }) => metadata.name !== 'bob');
        const refreshAt = async (time: string, entities = left) => {
          portal.clock.now = new Date(time);
          portal.catalog.entities = entities;
          await portal.runTask('refresh-owning-teams');
          return (await read()).review.changesRequested;
        };
        expect(await refreshAt('2026-03-12T13:00:00Z')).toBe(1);
        expect(await refreshAt('2026-03-12T14:00:00Z', ENTITIES)).toBe(1);
        expect(await refreshAt('2026-03-12T15:00:00Z')).toBe(1);
        expect(await refreshAt('2026-03-13T14:00:00Z')).toBe(1);
        expect(await refreshAt('2026-03-13T15:00:00Z')).toBe(0);
        expect((await history())[0]).toMatchObject({
          action: 'review-lapsed',
          actorRef: 'plugin:postmortems',
          after: BOB,
          reason: 'Reviewer user:default/bob is no longer in the catalog.',
        });
        expect(await listed()).toEqual([]);
        expect((await to('published')).complianceStatus).toBe('met');
      });
    });

    it('withdraws a waiver and an extension only with a reason', async () => {
      await start(ALICE);
      const grant = { reason: 'The vendor is asked' };
      await as('carol').putWaiver({
        params,
        body: grant,
        ifMatch: (await read()).revision,
      });
      await as('carol').putExtension({
        params,
        body: { ...grant, dueAt: '2026-03-30T12:00:00Z' },
        ifMatch: (await read()).revision,
      });
      for (const [name, exception] of [
        ['deleteWaiver', 'waiver'],
        ['deleteExtension', 'extension'],
      ] as const) {
        const { revision: ifMatch } = await read();
        expect(
          await refusal(
            portal.api[name]({ params, body: {} as never, ifMatch }),
          ),
        ).toMatchObject({
          status: 400,
          message: expect.stringContaining('reason'),
        });
        const reason = `No more need of the ${exception}`;
        const after = await portal.api[name]({
          params,
          body: { reason },
          ifMatch,
        });
        expect(after[exception]).toBeUndefined();
        expect(await history()).toContainEqual(
          expect.objectContaining({
            action: `${exception}-withdrawn`,
            actorRef: ALICE,
            reason,
          }),
        );
      }
    });
  },
);
