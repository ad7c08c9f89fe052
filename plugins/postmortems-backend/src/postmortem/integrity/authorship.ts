import { diffWordsWithSpace } from 'diff';

/** A stretch of text and its author: `[author, characters]`. */
export type AuthorRun = [authorRef: string, characters: number];

/** Edits larger than this are treated as a rewrite, to bound the time for the diff. */
const MAX_EDIT_LENGTH = 2_000;

/**
 * Attributes a text to its authors after an edit. Kept text keeps its authors; added text is
 * attributed to the editor. Whitespace is ignored.
 *
 * @param runs - authorship of the previous text, from start to end
 */
export function attributeEdit(
  before: string,
  runs: AuthorRun[],
  after: string,
  editorRef: string,
): AuthorRun[] {
  const changes = diffWordsWithSpace(before, after, {
    maxEditLength: MAX_EDIT_LENGTH,
  }) ?? [
    { removed: true, added: false, value: before },
    { removed: false, added: true, value: after },
  ];
  const owned = authorsByCharacter(runs, before.length);
  const result: AuthorRun[] = [];
  let place = 0;
  for (const { added, removed, value } of changes) {
    if (added) {
      append(result, editorRef, value.length);
      continue;
    }
    if (!removed) {
      for (let index = place; index < place + value.length; index++) {
        append(result, owned(index), 1);
      }
    }
    place += value.length;
  }
  return result;
}

/**
 * Counts non-whitespace characters by author.
 *
 * @param runs - cover the text from start to end
 */
export function charactersByAuthor(
  text: string,
  runs: AuthorRun[],
): Map<string, number> {
  const counts = new Map<string, number>();
  let place = 0;
  for (const [author, length] of runs) {
    const written = text.slice(place, place + length).replace(/\s/g, '').length;
    if (written > 0) counts.set(author, (counts.get(author) ?? 0) + written);
    place += length;
  }
  return counts;
}

function append(runs: AuthorRun[], author: string, length: number): void {
  if (length === 0) return;
  const last = runs[runs.length - 1];
  if (last?.[0] === author) last[1] += length;
  else runs.push([author, length]);
}

/** Finds the author of the character at a position. Positions must ascend from call to call. */
function authorsByCharacter(
  runs: AuthorRun[],
  length: number,
): (index: number) => string {
  let run = 0;
  let end = runs[0]?.[1] ?? length;
  return index => {
    while (index >= end && run < runs.length - 1) {
      run++;
      end += runs[run][1];
    }
    return runs[run]?.[0] ?? 'unknown';
  };
}
