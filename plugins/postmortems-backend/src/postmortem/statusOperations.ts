import type { Publication } from 'backstage-plugin-postmortems-common';
import type { PostmortemsService } from 'backstage-plugin-postmortems-node';
import { assertPublishable, independentApprovers } from './publishing';
import { assertReasonToReopen, checkTransition } from './checkTransition';
import { actorOf } from '../kernel/actor';
import { toPostmortem } from './present';
import { changeFacts } from './change';
import type { PostmortemContext } from './context';

/** Changes the status from draft to published and back. */
export function lifecycleOperations(
  ctx: PostmortemContext,
): Pick<PostmortemsService, 'changeStatus'> {
  return {
    async changeStatus(request, options) {
      const { to, reason, announce } = request.body;
      return changeFacts(ctx, request, options, async (current, tx, now) => {
        checkTransition(current.status, to);
        const by = actorOf(options.credentials);
        const at = now.toISOString();
        if (current.status === 'published') {
          assertReasonToReopen(reason);
          const publications = reopen(current.publications, { at, by, reason });
          return { facts: { status: to, publications }, reason };
        }
        if (to !== 'published') return { facts: { status: to }, reason };

        const written = await toPostmortem(ctx, tx, current, options);
        assertPublishable(written);
        const { contentRevision } = current;
        const approvedBy = independentApprovers(written.review);
        return {
          facts: {
            status: to,
            publishedAt: current.publishedAt ?? at,
            publications: [
              ...current.publications,
              { at, by, contentRevision, approvedBy },
            ],
          },
          reason,
          announce,
          because: {
            by: 'completion',
            ...(current.required &&
              approvedBy.length === 0 && {
                listedAs: 'unapproved-publication' as const,
              }),
          },
        };
      });
    },
  };
}

/** Marks the latest publication as reopened. */
function reopen(
  publications: Publication[],
  reopened: NonNullable<Publication['reopened']>,
): Publication[] {
  return publications.map((publication, index) =>
    index === publications.length - 1
      ? { ...publication, reopened }
      : publication,
  );
}
