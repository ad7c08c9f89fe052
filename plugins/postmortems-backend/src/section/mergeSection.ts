import { InputError } from '@backstage/errors';
import {
  LIMITS,
  mergeTexts,
  mergedText,
  textLength,
} from 'backstage-plugin-postmortems-common';
import type { PutSection, Section } from 'backstage-plugin-postmortems-common';
import { StaleRevisionError } from '../kernel/errors';

/**
 * Merges a write, which may be based on an earlier revision, with a section's current text.
 *
 * @param revision - the revision that the writer read
 * @throws StaleRevisionError if the changes since then can't be merged
 */
export function mergeSection(
  current: Section,
  { markdown, base }: PutSection,
  revision: number,
): string {
  if (current.revision === revision) return markdown;
  const merged =
    base !== undefined && revision < current.revision
      ? mergedText(mergeTexts(base, markdown, current.markdown))
      : undefined;
  if (merged === undefined) throw new StaleRevisionError(current, revision);
  const length = textLength('sectionMarkdown', merged);
  if (length > LIMITS.sectionMarkdown) {
    throw new InputError(
      `markdown would be ${length} characters after merging other people's changes; the limit is ${LIMITS.sectionMarkdown}. Shorten your text`,
    );
  }
  return merged;
}
