import { assertPublishable } from './publishing';

const draft = {
  sections: [],
  contributingFactors: [{}],
  actionItems: [],
  actionItemsRequired: true,
  ownerRef: 'user:default/alice',
  ownerEngaged: false,
  complianceStatus: 'overdue' as const,
  review: {
    reviewerRefs: ['user:default/alice'],
    approvalsRequired: 1,
    approvals: 0,
    changesRequested: 1,
    reviews: [
      {
        reviewerRef: 'user:default/bob',
        verdict: 'request-changes' as const,
        contentRevision: 1,
        reviewedAt: '2026-03-12T12:00:00.000Z',
        stale: false,
        independent: true,
        counts: false,
        blocks: true,
      },
    ],
    dependent: [
      { userRef: 'user:default/alice', because: 'was-owner' as const },
    ],
  },
};

describe('assertPublishable', () => {
  it('names everything that is missing and what to do', () => {
    expect(() => assertPublishable(draft)).toThrow(
      expect.objectContaining({
        name: 'ConflictError',
        message:
          'Cannot publish yet: missing summary, impact, what-happened, resolution, action-items, resolved, owner, approvals, changes-requested; ' +
          'add a P0 or P1 action item that is open, in progress or done, or set noActionItemsReason; ' +
          'resolvedAt is required: resolve the incident first; ' +
          'user:default/alice must acknowledge ownership or edit the postmortem; ' +
          'publishing needs 1 approval of the current version by someone independent (not the owner, a past owner who acknowledged or edited it, or the author of more than half of the text); it has 0; ' +
          'add an independent reviewer, or lower postmortems.review.approvals in app-config; ' +
          'user:default/bob requested changes: they must approve, or someone independent must dismiss the request with a reason',
      }),
    );
  });

  it('accepts a complete postmortem', () => {
    expect(() =>
      assertPublishable({
        ...draft,
        sections: (
          ['summary', 'impact', 'what-happened', 'resolution'] as const
        ).map(key => ({ key, markdown: 'Written.' })),
        noActionItemsReason: 'Fixed by the vendor',
        resolvedAt: '2026-03-12T11:28:00.000Z',
        ownerEngaged: true,
        review: { ...draft.review, approvals: 1, changesRequested: 0 },
      }),
    ).not.toThrow();
  });
});
