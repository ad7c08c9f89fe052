import { TestDatabases } from '@backstage/backend-test-utils';
import type { Postmortem } from 'backstage-plugin-postmortems-common';
import {
  ENTITIES,
  aCreate,
  refusal,
  startPortal,
} from '../__testUtils__/harness';
import type { TestPortal } from '../__testUtils__/harness';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const API = 'component:default/checkout-api';
const WEB = 'component:default/checkout-web';
const ALICE = 'user:default/alice';
const BOB = 'user:default/bob';
const CAROL = 'user:default/carol';

describe.each(databases.eachSupportedId())(
  'After entities left the catalog, %s',
  databaseId => {
    let portal: TestPortal;
    let id: string;

    /** A postmortem that names bob and checkout-api everywhere, before both leave. */
    beforeEach(async () => {
      portal = await startPortal({ knex: await databases.init(databaseId) });
      const made = await portal.api.createPostmortem({
        body: aCreate({
          entityRefs: [API, WEB],
          ownerRef: BOB,
          commanderRef: BOB,
          contributors: [{ userRef: BOB, role: 'Responder' }],
        }),
      });
      id = made.id;
      await change('putReviewers', { reviewerRefs: [BOB] });
      await change('putMeeting', {
        scheduledFor: '2026-03-20T09:00:00Z',
        attendeeRefs: [BOB],
      });
      await portal.api.addActionItem({
        params: { id },
        body: { title: 'x', kind: 'prevent', priority: 'P1', ownerRef: BOB },
      });
      portal.catalog.entities = ENTITIES.filter(
        ({ metadata }) => !['bob', 'checkout-api'].includes(metadata.name),
      );
    });
    afterEach(() => portal.stop());

    const read = () => portal.api.getPostmortem({ params: { id } });

    type Operation =
      | 'updatePostmortem'
      | 'putReviewers'
      | 'putMeeting'
      | 'putOwner';

    async function change(
      operation: Operation,
      body: object,
    ): Promise<Postmortem> {
      const { revision } = await read();
      const request = { params: { id }, body, ifMatch: revision };
      return portal.api[operation](request as never) as Promise<Postmortem>;
    }

    async function changeItem(ownerRef: string | null) {
      const [item] = (await read()).actionItems;
      return portal.api.updateActionItem({
        params: { id, key: 'A1' },
        body: { ownerRef },
        ifMatch: item.revision,
      });
    }

    const LISTS: [string, Operation, (refs: string[]) => object][] = [
      [
        'contributors',
        'updatePostmortem',
        refs => ({
          contributors: refs.map(userRef => ({ userRef, role: 'Scribe' })),
        }),
      ],
      ['reviewers', 'putReviewers', refs => ({ reviewerRefs: refs })],
      [
        'attendees',
        'putMeeting',
        refs => ({
          scheduledFor: '2026-03-20T09:00:00Z',
          attendeeRefs: refs,
        }),
      ],
    ];

    it.each(LISTS)(
      'keeps, removes and restores %s, but adds only existing ones',
      async (_name, operation, toBody) => {
        await change(operation, toBody([BOB, CAROL]));
        await change(operation, toBody([CAROL]));
        await change(operation, toBody([CAROL, BOB]));
        expect(
          await refusal(
            change(operation, toBody([CAROL, 'user:default/nobody', BOB])),
          ),
        ).toMatchObject({
          status: 400,
          message: expect.stringMatching(
            /\[1\].*: user:default\/nobody is not in the catalog/,
          ),
        });
      },
    );

    it('keeps, removes and restores entities, with the teams of the rest', async () => {
      const preview = await portal.api.previewDeadline({
        body: {
          postmortemId: id,
          severity: 'SEV-2',
          entityRefs: [WEB, API],
          resolvedAt: aCreate().resolvedAt,
        },
      });
      expect(preview.teamRefs).toEqual(['group:default/checkout']);

      await change('updatePostmortem', {
        entityRefs: [API, WEB, 'resource:default/payments-db'],
      });
      await change('updatePostmortem', { entityRefs: [WEB] });
      // Without any existing entity, the teams stay.
      const { entityRefs, teamRefs } = await change('updatePostmortem', {
        entityRefs: [API],
      });
      expect({ entityRefs, teamRefs }).toEqual({
        entityRefs: [API],
        teamRefs: ['group:default/checkout'],
      });
      const ghost = 'component:default/ghost';
      const body = { entityRefs: [API, ghost] };
      const message = expect.stringMatching(
        /^entityRefs\[1\]: component:default\/ghost is not in the catalog/,
      );
      expect(await refusal(change('updatePostmortem', body))).toMatchObject({
        status: 400,
        message,
      });
      expect(
        await refusal(
          portal.api.previewDeadline({
            body: { postmortemId: id, severity: 'SEV-2', ...body },
          }),
        ),
      ).toMatchObject({ status: 400, message });
    });

    it('restores owner, commander and action item owner', async () => {
      await change('putOwner', { ownerRef: ALICE });
      await change('putOwner', { ownerRef: BOB });
      await change('updatePostmortem', { commanderRef: null });
      await change('updatePostmortem', { commanderRef: BOB });
      await changeItem(BOB);
      await changeItem(null);
      await changeItem(BOB);
      expect(await read()).toMatchObject({
        ownerRef: BOB,
        commanderRef: BOB,
        actionItems: [{ ownerRef: BOB }],
      });
    });

    it('does not put someone who left in another field', async () => {
      const other = await portal.api.createPostmortem({
        body: aCreate({ entityRefs: [WEB] }),
      });
      await portal.api.addActionItem({
        params: { id: other.id },
        body: { title: 'x', kind: 'prevent', priority: 'P1' },
      });
      id = other.id;
      for (const attempt of [
        () => change('putOwner', { ownerRef: BOB }),
        () => change('updatePostmortem', { commanderRef: BOB }),
        () => change('putReviewers', { reviewerRefs: [BOB] }),
        () => changeItem(BOB),
      ]) {
        expect(await refusal(attempt())).toMatchObject({
          status: 400,
          message: expect.stringMatching(/user:default\/bob is not in/),
        });
      }
    });
  },
);
