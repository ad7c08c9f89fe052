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

import type {
  Comment,
  PostmortemsApi,
} from 'backstage-plugin-postmortems-common';
import { refusal } from '../../../testing';

/** A comment of Ana's on the whole postmortem, which is open. */
export function aComment(overrides: Partial<Comment> = {}): Comment {
  return {
    id: '3',
    authorRef: 'user:default/ana.silva',
    markdown: 'Well told',
    createdAt: '2026-03-13T08:00:00.000Z',
    revision: 1,
    ...overrides,
  };
}

/** The comments of a postmortem as the server holds them, for the user guest. */
export function createFakeComments(initial: Comment[]): {
  operations: Partial<PostmortemsApi>;
  all: () => Comment[];
  change: (change: (comments: Comment[]) => Comment[]) => void;
} {
  let comments = initial;
  let lastId = 100;

  function save(id: string, part: Partial<Comment>): Comment {
    const before = comments.find(each => each.id === id)!;
    const after = { ...before, ...part, revision: before.revision + 1 };
    comments = comments.map(each => (each.id === id ? after : each));
    return after;
  }

  return {
    operations: {
      listComments: async () => ({ items: comments, pageInfo: {} }),
      addComment: async ({ body }) => {
        const added = aComment({
          ...body,
          id: String(++lastId),
          authorRef: 'user:default/guest',
        });
        comments = [...comments, added];
        return added;
      },
      updateComment: async ({ params, body, ifMatch }) => {
        const current = comments.find(({ id }) => id === params.itemId)!;
        if (current.revision !== ifMatch) {
          throw refusal(412, 'StaleRevisionError', 'Somebody changed this', {
            current,
          });
        }
        return save(params.itemId, {
          ...body,
          editedAt: '2026-03-13T09:00:00.000Z',
        });
      },
      removeComment: async ({ params }) => {
        comments = comments.filter(({ id }) => id !== params.itemId);
      },
      resolveComment: async ({ params }) =>
        save(params.itemId, {
          resolvedAt: '2026-03-13T10:00:00.000Z',
          resolvedBy: 'user:default/guest',
        }),
      reopenComment: async ({ params }) =>
        save(params.itemId, { resolvedAt: undefined, resolvedBy: undefined }),
    },
    all: () => comments,
    change: change => {
      comments = change(comments);
    },
  };
}
