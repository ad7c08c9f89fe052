import { diffArrays } from 'diff';

/** If one side changes more lines than this, treat it as fully rewritten, to bound the run time. */
const MAX_EDIT_LENGTH = 1_000;

/** Lines that both sides changed differently; an empty side removed them. @public */
export interface MergeConflict {
  mine: string[];
  theirs: string[];
}

/** Part of a merge: merged lines, or a conflict. @public */
export type MergedPart = { lines: string[] } | MergeConflict;

/** One side's change: lines `from` to `to` of the base are replaced by `lines`. */
interface Hunk {
  side: 'mine' | 'theirs';
  from: number;
  to: number;
  lines: string[];
}

/** Hunks that change the same lines. */
interface Region {
  from: number;
  to: number;
  hunks: Hunk[];
}

/**
 * Merges two versions of a text by lines. Merges lines changed by one side, or by both in the same
 * way; all other changes are conflicts. Never drops a line or adds duplicates.
 *
 * @param base - the version that both sides started from
 * @public
 */
export function mergeTexts(
  base: string,
  mine: string,
  theirs: string,
): MergedPart[] {
  if (mine === theirs || theirs === base) return [{ lines: linesOf(mine) }];
  if (mine === base) return [{ lines: linesOf(theirs) }];

  const versions = [base, mine, theirs].map(linesOf);
  const [lines, myLines, theirLines] = versions;
  const counts = versions.map(countLines);
  let regions = toRegions(
    [
      ...hunksOf(lines, myLines, 'mine'),
      ...hunksOf(lines, theirLines, 'theirs'),
    ].sort((a, b) => a.from - b.from || a.to - b.to),
  );
  for (;;) {
    const parts = toParts(lines, regions);
    const joined = joinRepeated(regions, parts, counts);
    if (!joined) return parts;
    regions = joined;
  }
}

/**
 * The merged text, or undefined if there are conflicts.
 *
 * @public
 */
export function mergedText(parts: MergedPart[]): string | undefined;
/**
 * The merged text, with conflicts resolved by `choose`.
 *
 * @param choose - resolves a conflict
 * @public
 */
export function mergedText(
  parts: MergedPart[],
  choose: (conflict: MergeConflict, index: number) => string[],
): string;
export function mergedText(
  parts: MergedPart[],
  choose?: (conflict: MergeConflict, index: number) => string[],
): string | undefined {
  const conflicts = conflictsOf(parts);
  if (conflicts.length > 0 && !choose) return undefined;
  return parts
    .flatMap(part =>
      'lines' in part ? part.lines : choose!(part, conflicts.indexOf(part)),
    )
    .join('\n');
}

/** The conflicts of a merge, in the order of the text. @public */
export function conflictsOf(parts: MergedPart[]): MergeConflict[] {
  return parts.filter((part): part is MergeConflict => !('lines' in part));
}

/** Splits a text into lines, whatever the line endings of the system that it was written on. */
function linesOf(text: string): string[] {
  return text.split(/\r\n|\r|\n/);
}

function hunksOf(base: string[], other: string[], side: Hunk['side']): Hunk[] {
  const changes = diffArrays(base, other, { maxEditLength: MAX_EDIT_LENGTH });
  if (!changes) return [{ side, from: 0, to: base.length, lines: other }];
  const hunks: Hunk[] = [];
  let place = 0;
  let open: Hunk | undefined;
  for (const { added, removed, value } of changes) {
    if (!added && !removed) {
      open = undefined;
      place += value.length;
      continue;
    }
    if (!open) {
      open = { side, from: place, to: place, lines: [] };
      hunks.push(open);
    }
    if (added) {
      open.lines.push(...value);
    } else {
      place += value.length;
      open.to = place;
    }
  }
  return hunks;
}

/**
 * Groups overlapping hunks. Adjacent hunks don't overlap, but two insertions at the same place do.
 */
function toRegions(hunks: Hunk[]): Region[] {
  const regions: Region[] = [];
  for (const hunk of hunks) {
    const last = regions[regions.length - 1];
    const isSamePlace = last?.from === hunk.from && last.to === hunk.to;
    if (last && (hunk.from < last.to || isSamePlace)) {
      last.to = Math.max(last.to, hunk.to);
      last.hunks.push(hunk);
    } else {
      regions.push({ from: hunk.from, to: hunk.to, hunks: [hunk] });
    }
  }
  return regions;
}

function toParts(base: string[], regions: Region[]): MergedPart[] {
  const parts: MergedPart[] = [];
  let place = 0;
  for (const region of regions) {
    add(parts, { lines: base.slice(place, region.from) });
    for (const part of settle(base, region)) add(parts, part);
    place = region.to;
  }
  add(parts, { lines: base.slice(place) });
  return parts;
}

function add(parts: MergedPart[], part: MergedPart): void {
  const last = parts[parts.length - 1];
  if (!('lines' in part)) parts.push(part);
  else if (last && 'lines' in last) last.lines.push(...part.lines);
  else if (part.lines.length > 0) parts.push({ lines: [...part.lines] });
}

/** Resolves a region if only one side changed it or both made the same change. */
function settle(base: string[], region: Region): MergedPart[] {
  const mine = versionOf('mine', base, region);
  const theirs = versionOf('theirs', base, region);
  if (!region.hunks.some(({ side }) => side === 'theirs')) {
    return [{ lines: mine }];
  }
  if (!region.hunks.some(({ side }) => side === 'mine')) {
    return [{ lines: theirs }];
  }

  // Limit the conflict to the lines that differ.
  let start = 0;
  const shorter = Math.min(mine.length, theirs.length);
  while (start < shorter && mine[start] === theirs[start]) start++;
  let end = 0;
  while (
    end < shorter - start &&
    mine[mine.length - 1 - end] === theirs[theirs.length - 1 - end]
  ) {
    end++;
  }
  const rest = {
    mine: mine.slice(start, mine.length - end),
    theirs: theirs.slice(start, theirs.length - end),
  };
  const isInsertion = region.from === region.to;
  const isOneSided = rest.mine.length === 0 || rest.theirs.length === 0;
  const isAgreed = rest.mine.length === 0 && rest.theirs.length === 0;
  return [
    { lines: mine.slice(0, start) },
    isAgreed || (isInsertion && isOneSided)
      ? { lines: [...rest.mine, ...rest.theirs] }
      : rest,
    { lines: mine.slice(mine.length - end) },
  ];
}

function versionOf(
  side: Hunk['side'],
  base: string[],
  { from, to, hunks }: Region,
): string[] {
  const lines: string[] = [];
  let place = from;
  for (const hunk of hunks.filter(each => each.side === side)) {
    lines.push(...base.slice(place, hunk.from), ...hunk.lines);
    place = hunk.to;
  }
  return [...lines, ...base.slice(place, to)];
}

/**
 * Finds a line that appears more often than both sides together wrote it, for example because each
 * side moved it elsewhere, and joins the regions that contain it. Returns undefined if there is
 * none.
 */
function joinRepeated(
  regions: Region[],
  parts: MergedPart[],
  [base, mine, theirs]: Array<Map<string, number>>,
): Region[] | undefined {
  const [ifMine, ifTheirs] = (['mine', 'theirs'] as const).map(side =>
    countLines(
      parts.flatMap(part => ('lines' in part ? part.lines : part[side])),
    ),
  );
  const repeated = [...new Set([...ifMine.keys(), ...ifTheirs.keys()])].filter(
    line => {
      const [b, m, t, one, other] = [base, mine, theirs, ifMine, ifTheirs].map(
        counts => counts.get(line) ?? 0,
      );
      const most = Math.max(m, t, m + t - b);
      return line.trim() !== '' && Math.max(one, other) > most;
    },
  );
  // Sorted, so the result is the same if the two sides are swapped.
  for (const line of repeated.sort()) {
    const inserting = regions.filter(({ hunks }) =>
      hunks.some(({ lines }) => lines.includes(line)),
    );
    if (inserting.length > 1) {
      const first = regions.indexOf(inserting[0]);
      const last = regions.indexOf(inserting[inserting.length - 1]);
      return [
        ...regions.slice(0, first),
        join(regions.slice(first, last + 1)),
        ...regions.slice(last + 1),
      ];
    }
  }
  return undefined;
}

function join(regions: Region[]): Region {
  return {
    from: regions[0].from,
    to: Math.max(...regions.map(({ to }) => to)),
    hunks: regions.flatMap(({ hunks }) => hunks),
  };
}

function countLines(lines: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}
