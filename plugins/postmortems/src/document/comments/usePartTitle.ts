import { useCallback } from 'react';
import type { CommentAnchor } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../texts/useTexts';
import { isCommentable, keyOf } from '../parts';
import type { OutlineKey } from '../parts';
import { useDocument } from '../useDocument';
import { useTitles } from '../useTitles';

/** Returns a function that names a commented part, or the whole postmortem. */
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
