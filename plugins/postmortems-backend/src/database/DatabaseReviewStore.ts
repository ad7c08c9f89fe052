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
import type { Review } from 'backstage-plugin-postmortems-common';
import { fromDbTime, toDbTime } from './time';
import type { DbTime } from './time';

const TABLE = 'postmortem_reviews';

interface ReviewRow {
  postmortem_id: number;
  reviewer_ref: string;
  verdict: string;
  comment: string | null;
  content_revision: number;
  reviewed_at: DbTime;
}

type Nullable<T> = { [K in keyof T]: T[K] | null };

/** A review as it was given; what it is worth depends on what happened since. */
export type GivenReview = Omit<Review, 'stale' | 'counts'>;

/** Keeps the latest review of each person. */
export class DatabaseReviewStore {
  /**
   * What people have said of a postmortem: the reviews, newest first, and how many comments are open;
   * and whether somebody watches it. In one statement, as each is little.
   */
  async voices(
    tx: Knex,
    postmortem: number,
    userRef: string,
  ): Promise<{
    reviews: GivenReview[];
    openComments: number;
    watching: boolean;
  }> {
    const ofIt = { postmortem_id: postmortem };
    const rows: (Nullable<ReviewRow> & {
      open_comments: number | string;
      watching: number | string;
    })[] = await tx
      // There is a row also where there is no review.
      .from(tx.raw('(select 1) as one'))
      .leftJoin(TABLE, `${TABLE}.postmortem_id`, tx.raw('?', [postmortem]))
      .orderBy([
        { column: 'reviewed_at', order: 'desc' },
        { column: 'reviewer_ref' },
      ])
      .select(
        `${TABLE}.*`,
        tx('postmortem_comments')
          .where({ ...ofIt, resolved_at: null })
          .count()
          .as('open_comments'),
        tx('postmortem_watchers')
          .where({ ...ofIt, user_ref: userRef })
          .count()
          .as('watching'),
      );
    const [{ open_comments, watching }] = rows;
    return {
      reviews: rows.filter(isReview).map(toReview),
      openComments: Number(open_comments),
      watching: Number(watching) > 0,
    };
  }

  async put(tx: Knex, postmortem: number, review: GivenReview): Promise<void> {
    await tx<ReviewRow>(TABLE)
      .insert({
        postmortem_id: postmortem,
        reviewer_ref: review.reviewerRef,
        verdict: review.verdict,
        comment: review.comment ?? null,
        content_revision: review.contentRevision,
        reviewed_at: toDbTime(review.reviewedAt),
      })
      .onConflict(['postmortem_id', 'reviewer_ref'])
      .merge();
  }
}

function isReview<R extends Nullable<ReviewRow>>(row: R): row is R & ReviewRow {
  return row.reviewer_ref !== null;
}

function toReview(row: ReviewRow): GivenReview {
  return {
    reviewerRef: row.reviewer_ref,
    verdict: row.verdict as Review['verdict'],
    comment: row.comment ?? undefined,
    contentRevision: row.content_revision,
    reviewedAt: fromDbTime(row.reviewed_at),
  };
}
