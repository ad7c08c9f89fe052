import type { Knex } from 'knex';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import { LIMITS } from 'backstage-plugin-postmortems-common';
import type {
  Comment,
  CommentAnchor,
  HistoryAction,
} from 'backstage-plugin-postmortems-common';
import type {
  PostmortemsService,
  PostmortemsServiceOptions,
} from 'backstage-plugin-postmortems-node';
import { isAmong } from '../kernel/access/Access';
import { toResource } from '../postmortem/accessFields';
import type { PostmortemRecord } from '../postmortem/PostmortemRecord';
import { userOf } from '../kernel/actor';
import { canonicalRef } from '../kernel/normalize';
import { assertRevision } from '../kernel/errors';
import { record } from '../postmortem/recordHistory';
import { load, loadForChange } from '../postmortem/change';
import type { CommentContext } from './context';

type Operations = Pick<
  PostmortemsService,
  | 'listComments'
  | 'listMentions'
  | 'addComment'
  | 'updateComment'
  | 'removeComment'
  | 'resolveComment'
  | 'reopenComment'
>;

interface OneComment {
  params: { id: string; itemId: string };
}

/** Operations on comments. The history records them without their text. */
export function commentOperations(ctx: CommentContext): Operations {
  /** Runs a change in a transaction that locks the postmortem, and records the change. */
  async function change<R>(
    id: string,
    options: PostmortemsServiceOptions,
    work: (
      tx: Knex,
      postmortem: PostmortemRecord,
      by: { userRef: string; at: string },
    ) => Promise<{ result: R; action?: HistoryAction; anchor?: string }>,
  ): Promise<R> {
    const userRef = userOf(options.credentials, 'Commenting');
    return ctx.knex.transaction(async tx => {
      const postmortem = await loadForChange(ctx, tx, id);
      const { number } = postmortem;
      const at = ctx.clock().toISOString();
      const { result, action, anchor } = await work(tx, postmortem, {
        userRef,
        at,
      });
      if (action) {
        await ctx.mentions.refresh(tx, { postmortem: number, anchor });
        await ctx.postmortems.touch(tx, number, at);
        await record(ctx, tx, number, [
          { at, actorRef: userRef, action, field: anchor },
        ]);
      }
      return result;
    });
  }

  async function find(
    tx: Knex,
    postmortem: number,
    { params }: OneComment,
  ): Promise<Comment> {
    const comment = await ctx.comments.get(tx, postmortem, params.itemId);
    if (!comment) {
      throw new NotFoundError(
        `Comment ${params.itemId} not found on ${params.id}`,
      );
    }
    return comment;
  }

  /** Resolves or reopens a comment. Does nothing if it is already in that state. */
  function settle(
    request: OneComment,
    options: PostmortemsServiceOptions,
    resolved: boolean,
  ): Promise<Comment> {
    return change(request.params.id, options, async (tx, { number }, by) => {
      const before = await find(tx, number, request);
      if ((before.resolvedAt !== undefined) === resolved) {
        return { result: before };
      }
      const after = {
        ...before,
        resolvedAt: resolved ? by.at : undefined,
        resolvedBy: resolved ? by.userRef : undefined,
        revision: before.revision + 1,
      };
      await ctx.comments.update(tx, after);
      return {
        result: after,
        action: resolved ? 'comment-resolved' : 'comment-reopened',
        anchor: before.anchor,
      };
    });
  }

  return {
    async listComments({ params, query }) {
      const { number } = await load(ctx, params.id);
      return ctx.comments.list(ctx.knex, number, query);
    },

    async listMentions({ query }, options) {
      const { userRef, ...page } = query;
      return ctx.mentions.list(ctx.knex, {
        ...page,
        userRef: userRef
          ? canonicalRef(userRef)
          : userOf(options.credentials, 'Listing mentions without userRef'),
        visible: ctx.access.visible,
      });
    },

    addComment: ({ params, body }, options) =>
      change(params.id, options, async (tx, { number }, { userRef, at }) => {
        await assertAnchored(ctx, tx, number, body.anchor);
        if ((await ctx.comments.count(tx, number)) >= LIMITS.comments) {
          throw new ConflictError(
            `A postmortem can have at most ${LIMITS.comments} comments`,
          );
        }
        const result = await ctx.comments.insert(tx, number, {
          ...body,
          authorRef: userRef,
          createdAt: at,
          revision: 1,
        });
        return { result, action: 'comment-added', anchor: body.anchor };
      }),

    updateComment: (request, options) =>
      change(request.params.id, options, async (tx, { number }, by) => {
        const before = await find(tx, number, request);
        assertAuthor(before, by.userRef, 'edit');
        assertRevision(before, request.ifMatch);
        const after = {
          ...before,
          markdown: request.body.markdown,
          editedAt: by.at,
          revision: before.revision + 1,
        };
        await ctx.comments.update(tx, after);
        return {
          result: after,
          action: 'comment-changed',
          anchor: before.anchor,
        };
      }),

    removeComment: (request, options) =>
      change(request.params.id, options, async (tx, postmortem, by) => {
        const before = await find(tx, postmortem.number, request);
        if (!isAmong(ctx.access.override, toResource(postmortem))) {
          assertAuthor(before, by.userRef, 'remove');
        }
        await ctx.comments.delete(tx, before.id);
        return {
          result: undefined,
          action: 'comment-removed',
          anchor: before.anchor,
        };
      }),

    resolveComment: (request, options) => settle(request, options, true),
    reopenComment: (request, options) => settle(request, options, false),
  };
}

function assertAuthor(
  { authorRef }: Comment,
  userRef: string,
  verb: 'edit' | 'remove',
): void {
  if (authorRef !== userRef) {
    throw new NotAllowedError(
      `Only the comment's author (${authorRef}) can ${verb} it`,
    );
  }
}

/** @throws InputError if the item that the comment is about doesn't exist */
async function assertAnchored(
  ctx: CommentContext,
  tx: Knex,
  postmortem: number,
  anchor: CommentAnchor | undefined,
): Promise<void> {
  const [, part, id] =
    anchor?.match(/^(A|timeline\/|contributing-factors\/)(\d+)$/) ?? [];
  if (!part) return;
  const items = {
    A: () => ctx.actionItems.get(tx, postmortem, Number(id)),
    'timeline/': () => ctx.timeline.get(tx, postmortem, id),
    'contributing-factors/': () => ctx.factors.get(tx, postmortem, id),
  };
  if (!(await items[part as keyof typeof items]())) {
    throw new InputError(
      `anchor must be a section or an item of this postmortem, not ${anchor}`,
    );
  }
}
