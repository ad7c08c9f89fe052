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
import { useDocument } from '../hooks/useDocument';

/** How many approvals there are of those that publishing takes, in words. */
export function useApprovalWords(): string {
  const { t } = useTexts();
  const { approvals, approvalsRequired } = useDocument().postmortem.review;
  return approvalsRequired > 0
    ? t('review.approvals', {
        approvals: String(approvals),
        count: approvalsRequired,
      })
    : t('review.noneNeeded');
}
