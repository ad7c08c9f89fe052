import type { Knex } from 'knex';
import type { Review, ReviewLapse } from 'backstage-plugin-postmortems-common';
import { fromDbTime, toDbTime } from '../kernel/db/time';
import type { DbTime } from '../kernel/db/time';

const TABLE = 'postmortem_reviews';

interface ReviewRow {
  postmortem_id: number;
  reviewer_ref: string;
  verdict: string;
  comment: string | null;
  content_revision: number;
  reviewed_at: DbTime;
  dismissed_at: DbTime | null;
  dismissed_by: string | null;
  dismissal_reason: string | null;
  lapsed_at: DbTime | null;
  lapse: string | null;
}

type Nullable<T> = { [K in keyof T]: T[K] | null };

/** A review as submitted. Whether it counts is computed from the text and the reviewer's independence. */
export type GivenReview = Omit<
  Review,
  'stale' | 'counts' | 'independent' | 'dependence' | 'blocks'
>;

/** An unresolved request for changes. */
export interface OpenRequest {
  postmortem: number;
  reviewerRef: string;
  reviewedAt: string;
}

/** Stores the latest review of each person. */
export class ReviewStore {
  /**
   * Loads the reviews (newest first), the number of open comments, and whether a user watches the
   * postmortem, in one query.
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
      // Ensures a row even if there are no reviews.
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
        // The dismissal of an earlier review doesn't apply to a new one.
        dismissed_at: null,
        dismissed_by: null,
        dismissal_reason: null,
        lapsed_at: null,
        lapse: null,
      })
      .onConflict(['postmortem_id', 'reviewer_ref'])
      .merge();
  }

  /** The open requests for changes, for several postmortems. */
  async openRequests(tx: Knex, postmortems: number[]): Promise<OpenRequest[]> {
    if (postmortems.length === 0) return [];
    const rows = await tx<ReviewRow>(TABLE)
      .whereIn('postmortem_id', postmortems)
      .where({
        verdict: 'request-changes',
        dismissed_at: null,
        lapsed_at: null,
      })
      .orderBy(['postmortem_id', 'reviewer_ref'])
      .select('postmortem_id', 'reviewer_ref', 'reviewed_at');
    return rows.map(row => ({
      postmortem: row.postmortem_id,
      reviewerRef: row.reviewer_ref,
      reviewedAt: fromDbTime(row.reviewed_at),
    }));
  }

  /** Records that a request for changes was dismissed. */
  async dismiss(
    tx: Knex,
    postmortem: number,
    reviewerRef: string,
    { by, at, reason }: NonNullable<Review['dismissed']>,
  ): Promise<void> {
    await tx<ReviewRow>(TABLE)
      .where({ postmortem_id: postmortem, reviewer_ref: reviewerRef })
      .update({
        dismissed_at: toDbTime(at),
        dismissed_by: by,
        dismissal_reason: reason,
      });
  }

  /** Records that a request for changes no longer applies. */
  async lapse(
    tx: Knex,
    postmortem: number,
    reviewerRef: string,
    { at, because }: NonNullable<Review['lapsed']>,
  ): Promise<void> {
    await tx<ReviewRow>(TABLE)
      .where({ postmortem_id: postmortem, reviewer_ref: reviewerRef })
      .update({ lapsed_at: toDbTime(at), lapse: because });
  }
}

function isReview<R extends Nullable<ReviewRow>>(row: R): row is R & ReviewRow {
  return row.reviewer_ref !== null;
}

function toReview(row: ReviewRow): GivenReview {
  const dismissedAt = fromDbTime(row.dismissed_at);
  const lapsedAt = fromDbTime(row.lapsed_at);
  return {
    reviewerRef: row.reviewer_ref,
    verdict: row.verdict as Review['verdict'],
    comment: row.comment ?? undefined,
    contentRevision: row.content_revision,
    reviewedAt: fromDbTime(row.reviewed_at),
    ...(dismissedAt && {
      dismissed: {
        by: row.dismissed_by!,
        at: dismissedAt,
        reason: row.dismissal_reason!,
      },
    }),
    ...(lapsedAt && {
      lapsed: { at: lapsedAt, because: row.lapse as ReviewLapse },
    }),
  };
}
