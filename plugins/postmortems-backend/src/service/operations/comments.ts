/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

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
import { isAmong } from '../../access/Access';
import { toResource } from '../../access/toResource';
import type { PostmortemRecord } from '../../database/PostmortemRecord';
import { userOf } from '../actor';
import { assertRevision } from '../errors';
import { record } from '../recording';
import { load, loadForChange } from '../saving';
import type { ServiceContext } from '../ServiceContext';

type Operations = Pick<
  PostmortemsService,
  | 'listComments'
  | 'addComment'
  | 'updateComment'
  | 'removeComment'
  | 'resolveComment'
  | 'reopenComment'
>;

/** One comment of one postmortem. */
interface OneComment {
  params: { id: string; itemId: string };
}

/** Comments on postmortems. The history tells of them, but not what they say. */
export function commentOperations(ctx: ServiceContext): Operations {
  /** Makes a change in a transaction that holds the postmortem, and tells it. */
  async function change<R>(
    id: string,
    options: PostmortemsServiceOptions,
    work: (
      tx: Knex,
      postmortem: PostmortemRecord,
      by: { userRef: string; at: string },
    ) => Promise<{ result: R; action?: HistoryAction; field?: string }>,
  ): Promise<R> {
    const userRef = userOf(options.credentials, 'Comments are only made');
    return ctx.knex.transaction(async tx => {
      const postmortem = await loadForChange(ctx, tx, id);
      const { number } = postmortem;
      const at = ctx.clock().toISOString();
      const { result, action, field } = await work(tx, postmortem, {
        userRef,
        at,
      });
      if (action) {
        await ctx.postmortems.touch(tx, number, at);
        await record(ctx, tx, number, [
          { at, actorRef: userRef, action, field },
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
        `There is no comment ${params.itemId} on ${params.id}`,
      );
    }
    return comment;
  }

  /** Resolves or reopens; where that is so already, nothing happens. */
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
        field: before.anchor,
      };
    });
  }

  return {
    async listComments({ params, query }) {
      const { number } = await load(ctx, params.id);
      return ctx.comments.list(ctx.knex, number, query);
    },

    addComment: ({ params, body }, options) =>
      change(params.id, options, async (tx, { number }, { userRef, at }) => {
        await assertAnchored(ctx, tx, number, body.anchor);
        if ((await ctx.comments.count(tx, number)) >= LIMITS.comments) {
          throw new ConflictError(
            `A postmortem holds at most ${LIMITS.comments} comments`,
          );
        }
        const result = await ctx.comments.insert(tx, number, {
          ...body,
          authorRef: userRef,
          createdAt: at,
          revision: 1,
        });
        return { result, action: 'comment-added', field: body.anchor };
      }),

    updateComment: (request, options) =>
      change(request.params.id, options, async (tx, { number }, by) => {
        const before = await find(tx, number, request);
        assertAuthor(before, by.userRef, 'changed');
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
          field: before.anchor,
        };
      }),

    removeComment: (request, options) =>
      change(request.params.id, options, async (tx, postmortem, by) => {
        const before = await find(tx, postmortem.number, request);
        if (!isAmong(ctx.access.unbound, toResource(postmortem))) {
          assertAuthor(before, by.userRef, 'removed');
        }
        await ctx.comments.delete(tx, before.id);
        return {
          result: undefined,
          action: 'comment-removed',
          field: before.anchor,
        };
      }),

    resolveComment: (request, options) => settle(request, options, true),
    reopenComment: (request, options) => settle(request, options, false),
  };
}

function assertAuthor(
  { authorRef }: Comment,
  userRef: string,
  verb: 'changed' | 'removed',
): void {
  if (authorRef !== userRef) {
    throw new NotAllowedError(
      `A comment can only be ${verb} by who wrote it, and that is ${authorRef}`,
    );
  }
}

/**
 * @throws InputError where the item that a comment is about does not exist
 */
async function assertAnchored(
  ctx: ServiceContext,
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
      `anchor must be of something in this postmortem, and ${anchor} is not`,
    );
  }
}
