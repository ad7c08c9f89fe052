import type {
  Comment,
  PostmortemsApi,
} from 'backstage-plugin-postmortems-common';
import { refusal } from '../../testing/refusal';

/** An open comment by Ana on the whole postmortem. */
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

/** Simulates the server's comments on a postmortem, for the user guest. */
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
          throw refusal(412, 'StaleRevisionError', 'Someone changed this', {
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
