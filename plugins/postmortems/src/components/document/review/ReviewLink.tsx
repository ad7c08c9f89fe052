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

import { Link } from '@backstage/core-components';
import { useTexts } from '../../../translation';
import { useDocument } from '../hooks/useDocument';
import { anchorOf } from '../model/outline';
import { requestedChanges } from '../model/review';
import { useApprovalWords } from './useApprovalWords';

/** How far the review is in a few words, leading to the whole of it. */
export function ReviewLink() {
  const { t } = useTexts();
  const { postmortem } = useDocument();
  const approvals = useApprovalWords();

  return (
    <Link to={`#${anchorOf('review')}`}>
      {requestedChanges(postmortem).length > 0
        ? t('review.changesRequested')
        : approvals}
    </Link>
  );
}
