import { TestDatabases } from '@backstage/backend-test-utils';
import { ResponseError } from '@backstage/errors';
import * as fc from 'fast-check';
import type {
  Postmortem,
  PostmortemsApi,
} from 'backstage-plugin-postmortems-common';
import { followUp } from '../__testUtils__/law/followUp';
import { make } from '../__testUtils__/law/moves';
import { someMoves } from '../__testUtils__/law/sequences';
import { choose } from '../__testUtils__/law/step';
import type { Move } from '../__testUtils__/law/step';
import { clearWorld, look, startWorld } from '../__testUtils__/law/world';
import type { World } from '../__testUtils__/law/world';
import { readIndex, rebuildIndex } from '../__testUtils__/searchIndex';
import { testSize } from '../__testUtils__/testSize';

const RUNS = testSize({ small: 8, full: 20 });

jest.setTimeout(60_000 + RUNS * 40_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

type Write = (
  api: PostmortemsApi,
  it: Postmortem,
  text: string,
) => Promise<unknown>;

const at = <T extends { revision: number }>(
  id: string,
  item: T & { id: string },
) => ({ params: { id, itemId: item.id }, ifMatch: item.revision });

/** The comments, oldest first. */
async function commentsOf(api: PostmortemsApi, id: string) {
  return (await api.listComments({ params: { id } })).items;
}

/** Text changes. They fail if the postmortem's state doesn't allow them. */
const WRITES: Write[] = [
  (api, { id, revision }, text) =>
    api.updatePostmortem({
      params: { id },
      body: {
        title: `About ${text}`,
        labels: [text],
        links: [{ url: 'https://example.com', title: text }],
      },
      ifMatch: revision,
    }),
  (api, { id, revision }) =>
    api.updatePostmortem({
      params: { id },
      body: { labels: [], entityRefs: ['component:default/orphan'] },
      ifMatch: revision,
    }),
  (api, { id, startedAt }, text) =>
    api.addTimelineEvent({
      params: { id },
      body: { occurredAt: startedAt, text },
    }),
  (api, { id, timeline: [event] }, text) =>
    api.updateTimelineEvent({ ...at(id, event), body: { text } }),
  (api, { id, timeline: [event] }) => api.removeTimelineEvent(at(id, event)),
  (api, { id }, text) =>
    api.addContributingFactor({ params: { id }, body: { title: text } }),
  (api, { id, contributingFactors: [factor] }, text) =>
    api.updateContributingFactor({
      ...at(id, factor),
      body: { description: text },
    }),
  (api, { id, contributingFactors: [factor] }) =>
    api.removeContributingFactor(at(id, factor)),
  (api, { actionItems: [item] }, text) =>
    api.bulkUpdateActionItems({
      body: {
        items: [{ id: item.id, revision: item.revision }],
        set: { status: 'declined', statusReason: text },
      },
    }),
  (api, { id, actionItems: [item] }) =>
    api.removeActionItem({
      params: { id, key: item.id.split('/')[1] },
      ifMatch: item.revision,
    }),
  (api, { id }, text) =>
    api.addComment({ params: { id }, body: { markdown: text } }),
  async (api, { id }, text) => {
    const [comment] = await commentsOf(api, id);
    await api.updateComment({
      ...at(id, comment),
      body: { markdown: `${text} 支付服务` },
    });
  },
  async (api, { id }) => {
    const [{ id: itemId }] = await commentsOf(api, id);
    await api.removeComment({ params: { id, itemId } });
  },
  (api, { id, contentRevision }, text) =>
    api.addReview({
      params: { id },
      body: { verdict: 'request-changes', comment: text, contentRevision },
    }),
];

describe.each(databases.eachSupportedId())('Search index, %s', databaseId => {
  let world: World;
  let written: Set<number>;

  beforeAll(async () => {
    world = await startWorld(await databases.init(databaseId));
    written = new Set();
  });
  afterAll(() => world.portal.stop());

  /** Makes a text change, which may be rejected. */
  async function write(move: Move, index: number): Promise<void> {
    const ids = [...(await look(world)).postmortems.keys()];
    if (ids.length === 0) return;
    const id = choose(ids, move.target);
    const which = (index + move.pick) % WRITES.length;
    const it = await world.portal.asService.getPostmortem({ params: { id } });
    try {
      const text = `text${(world.counter += 1)}`;
      await WRITES[which](world.portal.as(move.who), it, text);
      written.add(which);
    } catch (error) {
      const isRefused =
        error instanceof ResponseError && error.statusCode < 500;
      // There was nothing to change.
      if (!isRefused && !(error instanceof TypeError)) throw error;
    }
  }

  it(`equals a rebuilt index after each of ${RUNS} sequences`, async () => {
    expect.hasAssertions();
    await fc.assert(
      fc.asyncProperty(someMoves, async moves => {
        await clearWorld(world, new Date('2026-03-12T12:00:00.000Z'));
        for (const [index, move] of moves.entries()) {
          const before = await look(world);
          const operation = await make(world, before, move);
          if (operation) {
            await followUp(world, before, await look(world), operation);
          }
          await write(move, index);
        }
        const index = await readIndex(world.knex);
        await rebuildIndex(world.knex);
        expect(index).toEqual(await readIndex(world.knex));
      }),
      { numRuns: RUNS, seed: 18, endOnFailure: true },
    );
  });

  it('is tested with every kind of text change', () => {
    expect(written.size).toBe(WRITES.length);
  });
});
