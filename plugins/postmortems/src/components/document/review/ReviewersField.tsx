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

import { useTexts } from '../../../translation';
import { PeoplePicker } from '../fields/PeoplePicker';
import { useDocument } from '../hooks/useDocument';

/** Who is asked for a review: users, and groups of which any member can answer. */
export function ReviewersField(props: {
  value: string[];
  onChange: (value: string[]) => void;
  initialFocus?: boolean;
}) {
  const { t } = useTexts();
  const { ownerRef, teamRefs, review } = useDocument().postmortem;

  return (
    <PeoplePicker
      {...props}
      label={t('review.reviewers')}
      helperText={
        review.approvalsRequired > 0
          ? t('review.reviewersHelp', { count: review.approvalsRequired })
          : t('review.reviewersHelpNoneNeeded')
      }
      teamRefs={teamRefs}
      // An approval of one's own does not count.
      except={ownerRef}
      groups
    />
  );
}
