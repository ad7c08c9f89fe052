import { ConflictError, NotFoundError } from '@backstage/errors';
import { LIMITS } from 'backstage-plugin-postmortems-common';
import type { HistoryAction } from 'backstage-plugin-postmortems-common';
import type {
  PostmortemsService,
  PostmortemsServiceOptions,
} from 'backstage-plugin-postmortems-node';
import type { ItemStore } from './ItemStore';
import { assertNotPublished } from '../postmortem/assertNotPublished';
import { actorOf } from '../kernel/actor';
import { assertRevision } from '../kernel/errors';
import { utc } from '../kernel/normalize';
import { record } from '../postmortem/recordHistory';
import { load, loadForChange } from '../postmortem/change';
import type { TimelineContext } from './context';

interface Item {
  id: string;
  revision: number;
}

/** A kind of item in a postmortem. */
interface Kind<T extends Item> {
  noun: 'timeline-event' | 'contributing-factor';
  store: Pick<
    ItemStore<T>,
    'list' | 'count' | 'get' | 'insert' | 'update' | 'delete'
  >;
  limit: number;
}

/** Operations on timeline events and contributing factors. */
export function itemOperations(
  ctx: TimelineContext,
): Pick<
  PostmortemsService,
  | 'listTimelineEvents'
  | 'addTimelineEvent'
  | 'updateTimelineEvent'
  | 'removeTimelineEvent'
  | 'listContributingFactors'
  | 'addContributingFactor'
  | 'updateContributingFactor'
  | 'removeContributingFactor'
> {
  const timeline = collection(ctx, {
    noun: 'timeline-event',
    store: ctx.timeline,
    limit: LIMITS.timelineEvents,
  });
  const factors = collection(ctx, {
    noun: 'contributing-factor',
    store: ctx.factors,
    limit: LIMITS.contributingFactors,
  });
  return {
    listTimelineEvents: request => timeline.list(request),
    addTimelineEvent: ({ params, body }, options) =>
      timeline.add(
        params,
        { ...body, occurredAt: utc(body.occurredAt), revision: 1 },
        options,
      ),
    updateTimelineEvent: (request, options) =>
      timeline.update(request, options, before => {
        const { occurredAt, link, ...rest } = request.body;
        return {
          ...before,
          ...rest,
          occurredAt: utc(occurredAt) ?? before.occurredAt,
          link: link === undefined ? before.link : link ?? undefined,
        };
      }),
    removeTimelineEvent: (request, options) =>
      timeline.remove(request, options),
    listContributingFactors: request => factors.list(request),
    addContributingFactor: ({ params, body }, options) =>
      factors.add(params, { ...body, revision: 1 }, options),
    updateContributingFactor: (request, options) =>
      factors.update(request, options, before => {
        const { category, ...rest } = request.body;
        return {
          ...before,
          ...rest,
          category:
            category === undefined ? before.category : category ?? undefined,
        };
      }),
    removeContributingFactor: (request, options) =>
      factors.remove(request, options),
  };
}

/** Operations for one kind of item. Each change is stored and recorded in the history. */
function collection<T extends Item>(ctx: TimelineContext, kind: Kind<T>) {
  const { store, noun, limit } = kind;

  async function change<R>(
    id: string,
    options: PostmortemsServiceOptions,
    work: (
      tx: Parameters<typeof loadForChange>[1],
      postmortem: number,
    ) => Promise<{
      result: R;
      verb: 'added' | 'changed' | 'removed';
      before?: T;
      after?: T;
    }>,
  ): Promise<R> {
    return ctx.knex.transaction(async tx => {
      const { number, status } = await loadForChange(ctx, tx, id);
      assertNotPublished({ status });
      const { result, verb, before, after } = await work(tx, number);
      const at = ctx.clock().toISOString();
      await ctx.postmortems.touchContent(tx, number, at);
      await record(ctx, tx, number, [
        {
          at,
          actorRef: actorOf(options.credentials),
          action: `${noun}-${verb}` satisfies HistoryAction,
          field: (after ?? before)?.id,
          before,
          after,
        },
      ]);
      return result;
    });
  }

  async function current(
    tx: Parameters<typeof loadForChange>[1],
    postmortem: number,
    request: { params: { itemId: string }; ifMatch: number },
  ): Promise<T> {
    const item = await store.get(tx, postmortem, request.params.itemId);
    if (!item) {
      throw new NotFoundError(
        `No ${noun.replace('-', ' ')} ${
          request.params.itemId
        } in this postmortem`,
      );
    }
    assertRevision(item, request.ifMatch);
    return item;
  }

  return {
    async list({ params }: { params: { id: string } }) {
      const { number } = await load(ctx, params.id);
      return { items: await store.list(ctx.knex, number) };
    },

    add(
      params: { id: string },
      item: Omit<T, 'id'>,
      options: PostmortemsServiceOptions,
    ): Promise<T> {
      return change(params.id, options, async (tx, postmortem) => {
        if ((await store.count(tx, postmortem)) >= limit) {
          throw new ConflictError(
            `A postmortem can have at most ${limit} ${noun.replace(
              '-',
              ' ',
            )}s. Remove some first`,
          );
        }
        const after = await store.insert(tx, postmortem, item);
        return { result: after, verb: 'added', after };
      });
    },

    update(
      request: { params: { id: string; itemId: string }; ifMatch: number },
      options: PostmortemsServiceOptions,
      merge: (before: T) => T,
    ): Promise<T> {
      return change(request.params.id, options, async (tx, postmortem) => {
        const before = await current(tx, postmortem, request);
        const after = { ...merge(before), revision: before.revision + 1 };
        await store.update(tx, after);
        return { result: after, verb: 'changed', before, after };
      });
    },

    remove(
      request: { params: { id: string; itemId: string }; ifMatch: number },
      options: PostmortemsServiceOptions,
    ): Promise<void> {
      return change(request.params.id, options, async (tx, postmortem) => {
        const before = await current(tx, postmortem, request);
        await store.delete(tx, before.id);
        return { result: undefined, verb: 'removed', before };
      });
    },
  };
}
