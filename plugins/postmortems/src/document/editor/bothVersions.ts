import { diffArrays } from 'diff';
import type { MergeConflict } from 'backstage-plugin-postmortems-common';

/**
 * Joins both sides of a conflict: the other side's lines first, shared lines once. Returns
 * undefined if that would repeat a line, for example because the two sides have it in different
 * places.
 */
export function bothVersions({
  mine,
  theirs,
}: MergeConflict): string[] | undefined {
  if (mine.length === 0 || theirs.length === 0) return undefined;
  const both = diffArrays(theirs, mine).flatMap(({ value }) => value);
  const repeats = both.some(
    line =>
      line.trim() !== '' &&
      countOf(line, both) >
        Math.max(countOf(line, mine), countOf(line, theirs)),
  );
  return repeats ? undefined : both;
}

function countOf(line: string, lines: string[]): number {
  return lines.filter(each => each === line).length;
}
