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

import { useCallback } from 'react';
import type { PublicationRequirement } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../translation';
import { useTitles } from '../hooks/useTitles';
import { useApprovalWords } from '../review/useApprovalWords';

/** What publishing takes, in words. */
export function useRequirementWords(): (
  key: PublicationRequirement['key'],
) => string {
  const { t } = useTexts();
  const titleOf = useTitles();
  const approvals = useApprovalWords();
  return useCallback(
    key => {
      switch (key) {
        case 'resolved':
          return t('document.checklist.resolved');
        case 'approvals':
          return approvals;
        case 'action-items':
          return t('actionItem.gate.requirement');
        default:
          return titleOf(key);
      }
    },
    [t, titleOf, approvals],
  );
}
