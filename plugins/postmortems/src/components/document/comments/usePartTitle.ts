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
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { CommentAnchor } from 'backstage-plugin-postmortems-common';
import { postmortemsTranslationRef } from '../../../translation';
import { useDocument } from '../hooks/useDocument';
import { useTitles } from '../hooks/useTitles';
import type { OutlineKey } from '../model/outline';
import { keyOf } from './threads';

/** What the part is called that comments are about; without an anchor it is the whole. */
export function usePartTitle(): (anchor?: CommentAnchor) => string {
  const { t } = useTranslationRef(postmortemsTranslationRef);
  const { timeline, contributingFactors, actionItems } =
    useDocument().postmortem;
  const titleOf = useTitles();

  return useCallback(
    anchor => {
      if (!anchor) return t('comments.part.whole');
      const [part, id] = anchor.split('/');
      if (part === 'timeline' && id) {
        const text = timeline.find(each => each.id === id)?.text ?? '';
        return t('comments.part.event', { text: text.split('\n')[0] });
      }
      if (part === 'contributing-factors' && id) {
        return contributingFactors.find(each => each.id === id)?.title ?? '';
      }
      const item = actionItems.find(each => keyOf(each.id) === anchor);
      return item ? `${anchor} ${item.title}` : titleOf(anchor as OutlineKey);
    },
    [t, timeline, contributingFactors, actionItems, titleOf],
  );
}
