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
import type { CommentAnchor } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../translation';
import { useDocument } from '../hooks/useDocument';
import { useTitles } from '../hooks/useTitles';
import type { OutlineKey } from '../model/outline';
import { isCommentable, keyOf } from './threads';

/** What the part is called that comments are about; without an anchor it is the whole. */
export function usePartTitle(): (anchor?: CommentAnchor) => string {
  const { t } = useTexts();
  const { timeline, contributingFactors, actionItems } =
    useDocument().postmortem;
  const titleOf = useTitles();

  return useCallback(
    anchor => {
      if (!anchor) return t('comments.part.whole');
      if (isCommentable(anchor as OutlineKey)) {
        return titleOf(anchor as OutlineKey);
      }
      const [part, id] = anchor.split('/');
      const event =
        part === 'timeline' && timeline.find(each => each.id === id);
      if (event) {
        return t('comments.part.event', { text: event.text.split('\n')[0] });
      }
      const factor =
        part === 'contributing-factors' &&
        contributingFactors.find(each => each.id === id);
      if (factor) return factor.title;
      const item = actionItems.find(each => keyOf(each.id) === anchor);
      return item ? `${anchor} ${item.title}` : t('comments.part.removed');
    },
    [t, timeline, contributingFactors, actionItems, titleOf],
  );
}
