import type { PostmortemsServiceOptions } from 'backstage-plugin-postmortems-node';
import type { Knex } from 'knex';
import { actorOf } from '../kernel/actor';
import { approvalsRequired } from '../policy/requiredByPolicy';
import type { PolicyBook } from '../policy/PolicyBook';
import type { PostmortemParts } from '../postmortem/ports';
import type { PostmortemRecord } from '../postmortem/PostmortemRecord';
import { reviewState } from './reviewState';
import type { ReviewStore } from './ReviewStore';

/** Loads the state of a postmortem's review, and whether the caller watches the postmortem. */
export async function reviewOf(
  { reviews, policy }: { reviews: ReviewStore; policy: PolicyBook },
  tx: Knex,
  postmortem: PostmortemRecord,
  { credentials }: PostmortemsServiceOptions,
): ReturnType<PostmortemParts['review']> {
  const { reviews: given, ...others } = await reviews.voices(
    tx,
    postmortem.number,
    actorOf(credentials),
  );
  return authorship => ({
    review: reviewState({
      ...postmortem,
      ...authorship,
      approvalsRequired: approvalsRequired(postmortem, policy),
      independence: policy.independence,
      reviews: given,
    }),
    ...others,
  });
}
