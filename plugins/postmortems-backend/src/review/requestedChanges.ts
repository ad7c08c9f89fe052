import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { RELATION_MEMBER_OF } from '@backstage/catalog-model';
import type { Knex } from 'knex';
import type { OpenRequest } from './ReviewStore';
import type { PostmortemRecord } from '../postmortem/PostmortemRecord';
import { judged } from '../postmortem/integrity/justification';
import { isSettled } from './reviewState';
import { complianceStatus } from '../policy/complianceStatus';
import { PLUGIN_ACTOR } from '../kernel/actor';
import { record } from '../postmortem/recordHistory';
import type { ReviewContext } from './context';

/** Author, time and reason of a dismissal. */
interface By {
  actorRef: string;
  at: string;
  reason?: string;
}

/**
 * Adds a dismissed or lapsed request for changes to the exceptions report.
 *
 * @returns the postmortem with the updated number of exceptions
 */
export async function listSetAside(
  ctx: ReviewContext,
  tx: Knex,
  postmortem: PostmortemRecord,
  reviewerRef: string,
  by: By,
): Promise<PostmortemRecord> {
  const status = complianceStatus(
    judged(postmortem, ctx.policy.severities),
    new Date(by.at),
  );
  const dueAt = postmortem.deadline?.dueAt;
  await ctx.exceptions.add(tx, postmortem.number, {
    ...by,
    kind: 'review-dismissed',
    field: 'review',
    before: reviewerRef,
    statusBefore: status,
    statusAfter: status,
    dueBefore: dueAt,
    dueAfter: dueAt,
  });
  return { ...postmortem, exceptions: postmortem.exceptions + 1 };
}

/**
 * The groups of everyone with an open request for changes, if the groups determine which requests
 * lapse. Call it before the transaction, so that the row lock isn't held during the catalog
 * request.
 */
export async function groupsOfRequesters(
  ctx: ReviewContext,
  { number, reviewerRefs }: PostmortemRecord,
  stillAsked: string[],
  credentials: BackstageCredentials,
): Promise<Map<string, string[]>> {
  const removes = reviewerRefs.some(ref => !stillAsked.includes(ref));
  const hasGroups = [...reviewerRefs, ...stillAsked].some(ref =>
    ref.startsWith('group:'),
  );
  if (!removes || !hasGroups) return new Map();
  const open = await ctx.reviews.openRequests(ctx.knex, [number]);
  const people = await ctx.linking.find(
    open.map(({ reviewerRef }) => reviewerRef),
    credentials,
  );
  return new Map(
    [...people].map(([userRef, user]) => [
      userRef,
      (user.relations ?? [])
        .filter(({ type }) => type === RELATION_MEMBER_OF)
        .map(({ targetRef }) => targetRef),
    ]),
  );
}

/**
 * Closes the requests for changes by reviewers who were removed. Each is listed in the exceptions
 * report like a dismissal, unless the reviewers removed themselves.
 *
 * @returns the postmortem with the updated number of exceptions
 */
export async function lapseOfRemoved(
  ctx: ReviewContext,
  tx: Knex,
  before: PostmortemRecord,
  after: PostmortemRecord,
  { groupsOf, ...who }: By & { groupsOf: Map<string, string[]> },
): Promise<PostmortemRecord> {
  const isAsked = (ref: string) => after.reviewerRefs.includes(ref);
  const removed = before.reviewerRefs.filter(ref => !isAsked(ref));
  if (removed.length === 0) return after;

  const by = { ...who, reason: 'Removed as a reviewer' };
  let listed = after;
  for (const request of await ctx.reviews.openRequests(tx, [before.number])) {
    const { reviewerRef } = request;
    const asked = [reviewerRef, ...(groupsOf.get(reviewerRef) ?? [])];
    if (
      isSettled(request, after.publications) ||
      asked.some(isAsked) ||
      !asked.some(ref => removed.includes(ref))
    ) {
      continue;
    }
    await lapse(ctx, tx, request, 'not-asked', by);
    if (reviewerRef !== by.actorRef) {
      listed = await listSetAside(ctx, tx, listed, reviewerRef, by);
    }
  }
  return listed;
}

/** Lapses a request for changes whose reviewer left the catalog. */
export async function lapseOfLeaver(
  ctx: ReviewContext,
  request: OpenRequest,
): Promise<void> {
  const { postmortem, reviewerRef } = request;
  await ctx.knex.transaction(async tx => {
    const current = await ctx.postmortems.get(tx, postmortem, { lock: true });
    const open = await ctx.reviews.openRequests(tx, [postmortem]);
    // A newer review or dismissal takes precedence.
    if (
      !current ||
      isSettled(request, current.publications) ||
      !open.some(each => each.reviewerRef === reviewerRef)
    ) {
      return;
    }
    await lapse(ctx, tx, request, 'left', {
      actorRef: PLUGIN_ACTOR,
      at: ctx.clock().toISOString(),
      reason: `Reviewer ${reviewerRef} is no longer in the catalog.`,
    });
  });
}

/** Closes a request for changes, and records that. */
async function lapse(
  ctx: ReviewContext,
  tx: Knex,
  { postmortem, reviewerRef }: OpenRequest,
  because: 'not-asked' | 'left',
  { actorRef, at, reason }: By,
): Promise<void> {
  await ctx.reviews.lapse(tx, postmortem, reviewerRef, { at, because });
  await record(ctx, tx, postmortem, [
    { at, actorRef, action: 'review-lapsed', after: reviewerRef, reason },
  ]);
}
