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

/** A review as it was given; what it is worth depends on what happened since. */
export type GivenReview = Omit<Review, 'stale' | 'counts'>;

/** Keeps the latest review of each person. */
export class DatabaseReviewStore {
  /** Newest first. */
  async list(tx: Knex, postmortem: number): Promise<GivenReview[]> {
    const rows = await tx<ReviewRow>(TABLE)
      .where({ postmortem_id: postmortem })
      .orderBy([
        { column: 'reviewed_at', order: 'desc' },
        { column: 'reviewer_ref' },
      ]);
    return rows.map(row => ({
      reviewerRef: row.reviewer_ref,
      verdict: row.verdict as Review['verdict'],
      comment: row.comment ?? undefined,
      contentRevision: row.content_revision,
      reviewedAt: fromDbTime(row.reviewed_at),
    }));
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
