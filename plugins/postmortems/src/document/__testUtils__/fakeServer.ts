import { mergeTexts, mergedText } from 'backstage-plugin-postmortems-common';
import type {
  ActionItem,
  Postmortem,
  PostmortemsApi,
  SectionKey,
} from 'backstage-plugin-postmortems-common';
import { createFakePostmortemsApi } from '../../testing/fakePostmortemsApi';
import type { FakePostmortemsApiOptions } from '../../testing/fakePostmortemsApi';
import { anActionItem } from '../../testing/fixtures';
import { refusal } from '../../testing/refusal';
import {
  withActionItem,
  withActionItemAt,
  withEvent,
  withFactor,
  withoutActionItem,
} from './items';

/** Refuses outdated writes with the current state, like the server. */
function assertRevision(current: { revision: number }, ifMatch: number) {
  if (current.revision !== ifMatch) {
    throw refusal(412, 'StaleRevisionError', 'Someone changed this', {
      current,
    });
  }
}

/**
 * A server with one postmortem that handles changes and revisions. `change` simulates someone
 * else's change.
 */
export function createFakeServer(
  initial: Postmortem,
  overrides: FakePostmortemsApiOptions = {},
): {
  api: PostmortemsApi;
  current: () => Postmortem;
  section: (key: SectionKey) => Postmortem['sections'][number];
  actionItem: (key: string) => ActionItem;
  saveActionItem: (item: ActionItem, part: Partial<ActionItem>) => ActionItem;
  change: (change: (postmortem: Postmortem) => Postmortem) => void;
} {
  let postmortem = initial;
  let lastId = 100;

  function section(key: SectionKey) {
    return postmortem.sections.find(each => each.key === key)!;
  }
  function actionItem(key: string) {
    return postmortem.actionItems.find(({ id }) => id === `PM-42/${key}`)!;
  }
  function saveActionItem(item: ActionItem, part: Partial<ActionItem>) {
    const after = { ...item, ...part, revision: item.revision + 1 };
    postmortem = withActionItem(postmortem, after);
    return after;
  }
  function save(part: Partial<Postmortem>): Postmortem {
    postmortem = {
      ...postmortem,
      ...part,
      revision: postmortem.revision + 1,
    };
    return postmortem;
  }

  const api = createFakePostmortemsApi({
    getPostmortem: async () => postmortem,
    putSection: async ({ params, body, ifMatch }) => {
      const before = section(params.key);
      const { markdown, base } = body;
      const merged =
        before.revision === ifMatch || base === undefined
          ? markdown
          : mergedText(mergeTexts(base, markdown, before.markdown));
      if (base === undefined || merged === undefined) {
        assertRevision(before, ifMatch);
      }
      const after = {
        ...before,
        markdown: merged!,
        revision: before.revision + 1,
      };
      postmortem = {
        ...postmortem,
        sections: postmortem.sections.map(each =>
          each.key === params.key ? after : each,
        ),
      };
      return after;
    },
    updatePostmortem: async ({ body, ifMatch }) => {
      assertRevision(postmortem, ifMatch);
      return save(
        Object.fromEntries(
          Object.entries(body ?? {})
            .filter(([field]) => field !== 'severityReason')
            .map(([field, value]) => [field, value ?? undefined]),
        ),
      );
    },
    confirmOngoing: async () => {
      const now = new Date();
      return save({
        ongoing: {
          lastNewsAt: now.toISOString(),
          confirmFrom: new Date(now.getTime() + 86_400_000).toISOString(),
        },
      });
    },
    changeStatus: async ({ body, ifMatch }) => {
      assertRevision(postmortem, ifMatch);
      return save({ status: body.to });
    },
    putOwner: async ({ body, ifMatch }) => {
      assertRevision(postmortem, ifMatch);
      return save({
        ownerRef: body.ownerRef ?? undefined,
        ownerAcknowledgedAt: undefined,
        ownerSuggestion: undefined,
      });
    },
    handOverOwner: async ({ body }) =>
      save({
        ownerRef: undefined,
        ownerAcknowledgedAt: undefined,
        ownerSuggestion: body.suggestedRef
          ? {
              userRef: body.suggestedRef,
              suggestedBy: 'user:default/guest',
              reason: body.reason,
              suggestedAt: '2026-03-13T08:00:00Z',
            }
          : undefined,
      }),
    suggestOwners: async () => ({ items: [] }),
    acknowledgeOwner: async () =>
      save({ ownerAcknowledgedAt: '2026-03-13T08:00:00Z' }),
    putReviewers: async ({ body, ifMatch }) => {
      assertRevision(postmortem, ifMatch);
      return save({ review: { ...postmortem.review, ...body } });
    },
    addReview: async ({ body }) => {
      if (
        body.verdict === 'approve' &&
        body.contentRevision < postmortem.contentRevision
      ) {
        throw refusal(409, 'ConflictError', 'It has changed since');
      }
      const { review } = postmortem;
      const given = {
        ...body,
        reviewerRef: 'user:default/guest',
        reviewedAt: '2026-03-13T08:00:00Z',
        stale: body.contentRevision < postmortem.contentRevision,
        independent: true,
        counts: body.verdict === 'approve',
        blocks: body.verdict === 'request-changes',
      };
      return save({
        status: given.counts ? postmortem.status : 'draft',
        review: {
          ...review,
          approvals: review.approvals + (given.counts ? 1 : 0),
          changesRequested: review.changesRequested + (given.blocks ? 1 : 0),
          reviews: [given, ...review.reviews],
        },
      });
    },
    dismissReview: async ({ body }) => {
      const { review } = postmortem;
      return save({
        review: {
          ...review,
          changesRequested: review.changesRequested - 1,
          reviews: review.reviews.map(each =>
            each.reviewerRef === body.reviewerRef
              ? {
                  ...each,
                  blocks: false,
                  dismissed: {
                    by: 'user:default/guest',
                    at: '2026-03-13T08:00:00Z',
                    reason: body.reason,
                  },
                }
              : each,
          ),
        },
      });
    },
    putMeeting: async ({ body, ifMatch }) => {
      assertRevision(postmortem, ifMatch);
      const isThere = body?.scheduledFor || body?.heldAt;
      return save({
        meetingHeldAt: body?.heldAt,
        meeting: isThere
          ? {
              durationMinutes: 60,
              attendeeRefs: [],
              ...body,
              afterDeadline: false,
            }
          : undefined,
      });
    },
    putWaiver: async ({ body, ifMatch }) => {
      assertRevision(postmortem, ifMatch);
      return save({
        complianceStatus: 'waived',
        waiver: {
          ...body,
          approverRef: 'user:default/guest',
          grantedAt: '2026-03-13T08:00:00Z',
        },
      });
    },
    deleteWaiver: async ({ ifMatch }) => {
      assertRevision(postmortem, ifMatch);
      return save({ waiver: undefined, complianceStatus: 'on-track' });
    },
    addTimelineEvent: async ({ body }) => {
      const event = {
        kind: 'note' as const,
        ...body,
        id: String(++lastId),
        revision: 1,
      };
      postmortem = withEvent(postmortem, event);
      return event;
    },
    addContributingFactor: async ({ body }) => {
      const factor = {
        description: '',
        ...body,
        id: String(++lastId),
        revision: 1,
      };
      postmortem = withFactor(postmortem, factor);
      return factor;
    },
    addActionItem: async ({ body }) => {
      const { dueReason: _, ...facts } = body;
      const item = anActionItem({
        ownerRef: undefined,
        dueAt: undefined,
        status: 'proposed',
        ...facts,
        id: `PM-42/A${++lastId}`,
      });
      postmortem = withActionItem(postmortem, item);
      return item;
    },
    updateActionItem: async ({ params, body, ifMatch }) => {
      const before = actionItem(params.key);
      assertRevision(before, ifMatch);
      const { position, dueReason: _, ...facts } = body ?? {};
      const after = saveActionItem(before, {
        ...facts,
        ownerRef: facts.ownerRef ?? before.ownerRef,
        dueAt: facts.dueAt ?? before.dueAt,
      });
      if (position !== undefined) {
        postmortem = withActionItemAt(postmortem, after, position);
      }
      return after;
    },
    removeActionItem: async ({ params, ifMatch }) => {
      const before = actionItem(params.key);
      assertRevision(before, ifMatch);
      postmortem = withoutActionItem(postmortem, before.id);
    },
    listTrackers: async () => ({ items: [] }),
    ...overrides,
  });

  return {
    api,
    current: () => postmortem,
    section,
    actionItem,
    saveActionItem,
    change: change => {
      postmortem = change(postmortem);
    },
  };
}
