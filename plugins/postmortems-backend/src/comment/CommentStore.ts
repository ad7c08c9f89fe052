import type { Knex } from 'knex';
import type {
  Comment,
  CommentAnchor,
  Page,
} from 'backstage-plugin-postmortems-common';
import { listById } from '../kernel/db/listPage';
import { fromDbTime, toDbTime } from '../kernel/db/time';
import type { DbTime } from '../kernel/db/time';

const TABLE = 'postmortem_comments';

export interface CommentRow {
  id: number;
  postmortem_id: number;
  anchor: string | null;
  author_ref: string;
  markdown: string;
  created_at: DbTime;
  edited_at: DbTime | null;
  resolved_at: DbTime | null;
  resolved_by: string | null;
  revision: number;
}

export class CommentStore {
  async list(
    knex: Knex,
    postmortem: number,
    request: {
      anchor?: CommentAnchor[];
      resolved?: 'true' | 'false';
      limit: number;
      cursor?: string;
      totalItems: 'include' | 'exclude';
    },
  ): Promise<Page<Comment>> {
    const matching = () => {
      const query = knex<CommentRow>(TABLE).where({
        postmortem_id: postmortem,
      });
      if (request.anchor) query.whereIn('anchor', request.anchor);
      if (request.resolved === 'true') query.whereNotNull('resolved_at');
      if (request.resolved === 'false') query.whereNull('resolved_at');
      return query;
    };
    const { limit, cursor, totalItems } = request;
    return listById(knex, {
      matching,
      direction: 'asc',
      toItem: toComment,
      limit,
      cursor,
      totalItems,
    });
  }

  async get(
    tx: Knex,
    postmortem: number,
    id: string,
  ): Promise<Comment | undefined> {
    const row = await tx<CommentRow>(TABLE)
      .where({ id: Number(id), postmortem_id: postmortem })
      .first();
    return row && toComment(row);
  }

  async count(tx: Knex, postmortem: number): Promise<number> {
    const [{ count }] = await tx(TABLE)
      .where({ postmortem_id: postmortem })
      .count({ count: '*' });
    return Number(count);
  }

  async insert(
    tx: Knex,
    postmortem: number,
    comment: Omit<Comment, 'id'>,
  ): Promise<Comment> {
    const [row]: CommentRow[] = await tx(TABLE)
      .insert({ ...toRow(comment), postmortem_id: postmortem })
      .returning('*');
    return toComment(row);
  }

  async update(tx: Knex, comment: Comment): Promise<void> {
    await tx<CommentRow>(TABLE)
      .where({ id: Number(comment.id) })
      .update(toRow(comment));
  }

  async delete(tx: Knex, id: string): Promise<void> {
    await tx<CommentRow>(TABLE)
      .where({ id: Number(id) })
      .delete();
  }
}

function toRow(
  comment: Omit<Comment, 'id'>,
): Omit<CommentRow, 'id' | 'postmortem_id'> {
  return {
    anchor: comment.anchor ?? null,
    author_ref: comment.authorRef,
    markdown: comment.markdown,
    created_at: toDbTime(comment.createdAt),
    edited_at: toDbTime(comment.editedAt),
    resolved_at: toDbTime(comment.resolvedAt),
    resolved_by: comment.resolvedBy ?? null,
    revision: comment.revision,
  };
}

export function toComment(row: CommentRow): Comment {
  return {
    id: String(row.id),
    anchor: row.anchor ?? undefined,
    authorRef: row.author_ref,
    markdown: row.markdown,
    createdAt: fromDbTime(row.created_at),
    editedAt: fromDbTime(row.edited_at),
    resolvedAt: fromDbTime(row.resolved_at),
    resolvedBy: row.resolved_by ?? undefined,
    revision: row.revision,
  };
}
