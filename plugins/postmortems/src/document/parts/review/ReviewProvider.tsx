import { createContext, useContext, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { postmortemReviewPermission } from 'backstage-plugin-postmortems-common';
import type {
  Dependence,
  Review,
  Verdict,
} from 'backstage-plugin-postmortems-common';
import { useMay } from '../../../data/useMay';
import { useMyself } from '../../../ui/fields/useMyself';
import { useDocument } from '../../useDocument';
import { ReviewDialog } from './ReviewDialog';
import { dependenceOf, isReviewAwaited } from './review';

/** The user's role in the review. */
export interface MyReview {
  /** Whether their review is requested and pending for the current version. */
  awaited: boolean;
  /** Whether they may review now. */
  mayReview: boolean;
  /** Their latest review. */
  mine?: Review;
  /** The decision that they have just submitted. */
  given?: Verdict;
  /** Why their approval wouldn't count; undefined if it would. */
  dependence?: Dependence;
  /** Opens the review dialog. */
  open: (verdict: Verdict) => void;
}

const ReviewContext = createContext<MyReview | undefined>(undefined);

/**
 * Holds the review that is being written. The dialog is rendered here, above the parts that open
 * it, so that its text survives if someone else ends the review.
 */
export function ReviewProvider(props: { children: ReactNode }) {
  const { postmortem, editing } = useDocument();
  const { contentRevision, status, review, ownerRef } = postmortem;
  const me = useMyself();
  const holdsPermission = useMay(postmortemReviewPermission, postmortem.id);
  // The page shows other people's changes as they happen, but the reader has seen only the initial
  // version.
  const [read, setRead] = useState(contentRevision);
  const [verdict, setVerdict] = useState<Verdict>();
  const [given, setGiven] = useState<Verdict>();
  // People who are editing know the current text.
  if (editing && !verdict && read !== contentRevision) setRead(contentRevision);

  const isAsked =
    me !== undefined &&
    review.reviewerRefs.some(ref => me.claims.includes(ref));
  const mine = review.reviews.find(
    ({ reviewerRef }) => reviewerRef === me?.userRef,
  );
  const mayReview =
    status === 'in-review' &&
    me !== undefined &&
    // Only the reviewer who requested changes can resolve the request by approving, even if they
    // are the owner.
    (me.userRef !== ownerRef || mine?.blocks === true) &&
    (holdsPermission || isAsked);
  const awaited = mayReview && isReviewAwaited(postmortem, me);

  const dependence = me && dependenceOf(review, me.userRef);

  const value = useMemo(
    () => ({ awaited, mayReview, mine, given, dependence, open: setVerdict }),
    [awaited, mayReview, mine, given, dependence],
  );

  function close() {
    setVerdict(undefined);
    setRead(contentRevision);
  }

  return (
    <ReviewContext.Provider value={value}>
      {props.children}
      {verdict && (
        <ReviewDialog
          verdict={verdict}
          read={read}
          dependence={dependence}
          onDone={() => {
            setGiven(verdict);
            close();
          }}
          onClose={close}
        />
      )}
    </ReviewContext.Provider>
  );
}

export function useMyReview(): MyReview {
  const value = useContext(ReviewContext);
  if (!value) throw new Error('useMyReview needs a ReviewProvider');
  return value;
}
