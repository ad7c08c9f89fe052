import type { Knex } from 'knex';
import { LIMITS, truncateText } from 'backstage-plugin-postmortems-common';
import { PART_KINDS } from './parts';
import type { Part } from './parts';
import { FACT_KINDS, readParts } from './partTexts';
import { toPlainText } from './plainText';

const KINDS = PART_KINDS.filter(kind => kind !== 'title');

/** Postmortems read at a time, because one can have megabytes of comments. */
const BATCH = 10;

/**
 * The plain text of postmortems, without their titles. The caller must have checked the read
 * permission.
 *
 * @returns by postmortem: one line per part, summary first, truncated to {@link LIMITS}.fullText
 */
export async function readFullTexts(
  knex: Knex,
  postmortems: number[],
): Promise<Map<number, string>> {
  const texts = new Map<number, string>();
  for (let start = 0; start < postmortems.length; start += BATCH) {
    const batch = postmortems.slice(start, start + BATCH);
    const parts = await readParts(knex, KINDS, { postmortems: batch });
    parts.sort((one, other) => placeOf(one) - placeOf(other));
    for (const number of batch) {
      const lines = parts
        .filter(({ postmortem }) => postmortem === number)
        .map(({ text }) => toPlainText(text));
      texts.set(number, truncateText(lines.join('\n'), LIMITS.fullText));
    }
  }
  return texts;
}

function placeOf({ kind, key }: Part): number {
  if (kind === 'section') return key === 'summary' ? 0 : 1;
  return FACT_KINDS.includes(kind) ? 3 : 2;
}
