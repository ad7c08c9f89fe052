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

/** A line of the comparison of two texts: in both, only in the old, or only in the new one. */
export interface ComparedLine {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** Above this many pairs of lines, comparing costs more than it tells. */
const MAX_PAIRS = 4_000_000;

/** Pairs of indices of lines that two texts have in common, in order (longest such sequence). */
function commonLines(a: string[], b: string[]): Array<[number, number]> {
  if (a.length * b.length > MAX_PAIRS) return [];
  const width = b.length + 1;
  const length = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      length[i * width + j] =
        a[i] === b[j]
          ? length[(i + 1) * width + j + 1] + 1
          : Math.max(length[(i + 1) * width + j], length[i * width + j + 1]);
    }
  }
  const pairs: Array<[number, number]> = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      pairs.push([i++, j++]);
    } else if (length[(i + 1) * width + j] >= length[i * width + j + 1]) {
      i++;
    } else {
      j++;
    }
  }
  return pairs;
}

function toLines(text: string): string[] {
  return text === '' ? [] : text.split('\n');
}

/** What became of a text, line by line. */
export function compareLines(before: string, after: string): ComparedLine[] {
  const a = toLines(before);
  const b = toLines(after);
  const compared: ComparedLine[] = [];
  let i = 0;
  let j = 0;
  for (const [nextI, nextJ] of [
    ...commonLines(a, b),
    [a.length, b.length] as [number, number],
  ]) {
    while (i < nextI) compared.push({ kind: 'removed', text: a[i++] });
    while (j < nextJ) compared.push({ kind: 'added', text: b[j++] });
    if (i < a.length) compared.push({ kind: 'same', text: a[i] });
    i++;
    j++;
  }
  return compared;
}

/**
 * Brings two versions of a text together that both came from `base`. Where only one side
 * changed something, its change is taken; where both did, theirs comes first and mine follows,
 * so that no line of either is lost.
 */
export function mergeLines(base: string, theirs: string, mine: string): string {
  const baseLines = toLines(base);
  const theirLines = toLines(theirs);
  const myLines = toLines(mine);
  const inTheirs = new Map(commonLines(baseLines, theirLines));
  const inMine = new Map(commonLines(baseLines, myLines));

  const merged: string[] = [];
  let start = { base: 0, theirs: 0, mine: 0 };
  function takeUntil(end: typeof start) {
    const was = baseLines.slice(start.base, end.base);
    const their = theirLines.slice(start.theirs, end.theirs);
    const my = myLines.slice(start.mine, end.mine);
    if (sameLines(their, was)) merged.push(...my);
    else if (sameLines(my, was) || sameLines(my, their)) merged.push(...their);
    else merged.push(...their, ...my);
    start = end;
  }

  for (let line = 0; line < baseLines.length; line++) {
    const their = inTheirs.get(line);
    const my = inMine.get(line);
    if (their === undefined || my === undefined) continue;
    takeUntil({ base: line, theirs: their, mine: my });
    merged.push(baseLines[line]);
    start = { base: line + 1, theirs: their + 1, mine: my + 1 };
  }
  takeUntil({
    base: baseLines.length,
    theirs: theirLines.length,
    mine: myLines.length,
  });
  return merged.join('\n');
}

function sameLines(a: string[], b: string[]): boolean {
  return a.length === b.length && a.every((line, i) => line === b[i]);
}
