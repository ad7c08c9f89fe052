import { diffArrays } from 'diff';
import type { MergeConflict } from 'backstage-plugin-postmortems-common';

/**
 * The lines of both sides of a conflict, theirs first and shared ones once. Undefined if that would
 * repeat a line, such as one that both have in another place.
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
