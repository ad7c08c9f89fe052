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

import { createContext, useContext, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { postmortemReviewPermission } from 'backstage-plugin-postmortems-common';
import type { Review, Verdict } from 'backstage-plugin-postmortems-common';
import { useMay } from '../../shared';
import { useMyself } from '../fields/useMyself';
import { useDocument } from '../hooks/useDocument';
import { isReviewAwaited } from '../model/review';
import { ReviewDialog } from './ReviewDialog';

/** The signed-in person's part in the review. */
export interface MyReview {
  /** Whether they are asked, and have not answered as it is now. */
  awaited: boolean;
  /** Whether they may give a review now that can count. */
  mayReview: boolean;
  /** What they said last. */
  mine?: Review;
  /** What they said on this visit. */
  given?: Verdict;
  /** Opens the dialog that gives a review. */
  open: (verdict: Verdict) => void;
}

const ReviewContext = createContext<MyReview | undefined>(undefined);

/**
 * Holds what its reader says in a review. The dialog lives here, above what offers it, so that
 * what is written in it survives that somebody else ends the review meanwhile.
 */
export function ReviewProvider(props: { children: ReactNode }) {
  const { postmortem, editing } = useDocument();
  const { contentRevision, status, review, ownerRef } = postmortem;
  const me = useMyself();
  const holdsPermission = useMay(postmortemReviewPermission, postmortem.id);
  // The page follows the changes of others: what was read is what was there when it was opened.
  const [read, setRead] = useState(contentRevision);
  const [verdict, setVerdict] = useState<Verdict>();
  const [given, setGiven] = useState<Verdict>();
  // Who writes along knows the text as it is, until they set out to judge it.
  if (editing && !verdict && read !== contentRevision) setRead(contentRevision);

  const isAsked =
    me !== undefined &&
    review.reviewerRefs.some(ref => me.claims.includes(ref));
  const mayReview =
    status === 'in-review' &&
    me !== undefined &&
    me.userRef !== ownerRef &&
    (holdsPermission || isAsked);
  const awaited = mayReview && isReviewAwaited(postmortem, me);
  const mine = review.reviews.find(
    ({ reviewerRef }) => reviewerRef === me?.userRef,
  );

  const value = useMemo(
    () => ({ awaited, mayReview, mine, given, open: setVerdict }),
    [awaited, mayReview, mine, given],
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

/** @see {@link ReviewProvider} */
export function useMyReview(): MyReview {
  const value = useContext(ReviewContext);
  if (!value) throw new Error('useMyReview needs a ReviewProvider');
  return value;
}
