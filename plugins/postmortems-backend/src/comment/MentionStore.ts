import type { Knex } from 'knex';
import type { Mention, Page } from 'backstage-plugin-postmortems-common';
import type { Scope } from '../kernel/access/Access';
import { insertAll } from '../kernel/db/insertAll';
import { listById } from '../kernel/db/listPage';
import { idOf } from '../kernel/ids';
import { whereAmong } from '../postmortem/accessFields';
import { toComment } from './CommentStore';
import type { CommentRow } from './CommentStore';
import { mentionsIn } from './mentionsIn';

const TABLE = 'postmortem_mentions';

interface Thread {
  postmortem: number;
  anchor: string | undefined;
}

interface PostmortemRow {
  id: number;
  title: string;
  visibility: Mention['postmortem']['visibility'];
}

/**
 * Stores unanswered mentions in open comments. A mention is answered once the user comments on the
 * same part.
 */
export class MentionStore {
  /** Stores the unanswered mentions of a thread after its comments changed. */
  async refresh(tx: Knex, thread: Thread): Promise<void> {
    const comments = () =>
      tx<CommentRow>('postmortem_comments').where({
        postmortem_id: thread.postmortem,
        anchor: thread.anchor ?? null,
      });
    const open = await comments()
      .whereNull('resolved_at')
      .where(any =>
        any.whereLike('markdown', '%@%').orWhereLike('markdown', '%user:%'),
      )
      .select('id', 'author_ref', 'markdown');
    const latest: { author_ref: string; id: number }[] = await comments()
      .groupBy('author_ref')
      .select('author_ref')
      .max({ id: 'id' });
    const latestBy = new Map(latest.map(row => [row.author_ref, row.id]));

    await tx(TABLE).whereIn('comment_id', comments().select('id')).delete();
    await insertAll(
      tx,
      TABLE,
      open.flatMap(comment =>
        mentionsIn(comment.markdown)
          .filter(
            userRef =>
              userRef !== comment.author_ref &&
              (latestBy.get(userRef) ?? 0) < comment.id,
          )
          .map(userRef => ({
            user_ref: userRef,
            comment_id: comment.id,
            postmortem_id: thread.postmortem,
          })),
      ),
    );
  }

  /** Unanswered mentions of a user in postmortems that the caller can see, newest first. */
  async list(
    knex: Knex,
    request: {
      userRef: string;
      visible: Scope;
      limit: number;
      cursor?: string;
      totalItems: 'include' | 'exclude';
    },
  ): Promise<Page<Mention>> {
    const { userRef, visible, limit, cursor, totalItems } = request;
    const page = await listById<CommentRow, CommentRow>(knex, {
      matching: () => {
        const mentioning = knex(TABLE)
          .join('postmortems', 'postmortems.id', `${TABLE}.postmortem_id`)
          .where({ user_ref: userRef })
          .select('comment_id');
        whereAmong(mentioning, visible);
        return knex('postmortem_comments').whereIn('id', mentioning);
      },
      direction: 'desc',
      toItem: row => row,
      limit,
      cursor,
      totalItems,
    });
    const postmortems: PostmortemRow[] = await knex('postmortems')
      .whereIn(
        'id',
        page.items.map(row => row.postmortem_id),
      )
      .select('id', 'title', 'visibility');
    const byId = new Map(postmortems.map(each => [each.id, each]));
    return {
      ...page,
      items: page.items.flatMap(row => {
        const postmortem = byId.get(row.postmortem_id);
        if (!postmortem) return [];
        const { id, title, visibility } = postmortem;
        return [
          {
            postmortem: { id: idOf(id), title, visibility },
            comment: toComment(row),
          },
        ];
      }),
    };
  }
}
