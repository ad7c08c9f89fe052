import { sectionKeySchema } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../texts/useTexts';
import type { FactGroup } from '../facts/facts';
import { anchorOf } from '../parts';
import type { OutlineKey } from '../parts';
import { useTitles } from '../useTitles';

/** Parts whose items are edited in forms. */
const LISTS = ['timeline', 'contributing-factors', 'action-items'] as const;
const FACTS = ['title', 'severity', 'times', 'entities', 'people', 'links'];
const DIALOGS = [
  'status',
  'handover',
  'no-action-items',
  'decline',
  'create',
] as const;

/** Returns the heading of the part that a draft belongs to; undefined for dialogs. */
export function headingOf(part: string): OutlineKey | undefined {
  const [first] = part.split('/');
  if (sectionKeySchema.safeParse(first).success) return first as OutlineKey;
  if (first === 'review') return 'review';
  if (/^A\d+$/.test(first)) return 'action-items';
  return LISTS.find(list => list === first);
}

/** Returns the id of the element that a draft belongs to. */
export function targetOf(part: string): string | undefined {
  const heading = headingOf(part);
  return heading && anchorOf(heading);
}

/** Returns a function that names a draft. */
export function useDraftTitle(): (part: string) => string {
  const { t } = useTexts();
  const titleOf = useTitles();

  function nameOf(part: string): string | undefined {
    const heading = headingOf(part);
    return heading && titleOf(heading);
  }

  return part => {
    const [first, second, ...rest] = part.split('/');
    if (first === 'review') return t('drafts.part.review');
    if (first === 'comment') {
      if (second !== 'new') return t('drafts.part.editedComment');
      return t('drafts.part.comment', {
        part: nameOf(rest.join('/')) ?? t('comments.part.whole'),
      });
    }
    if (first === 'facts' && FACTS.includes(second)) {
      return t(`document.facts.${second as FactGroup}`);
    }
    const dialog = DIALOGS.find(each => each === first);
    if (dialog) return t(`drafts.part.${dialog}`);
    return nameOf(part) ?? t('drafts.part.other');
  };
}
