import { diffArrays, diffWordsWithSpace } from 'diff';

/** If more words or lines change than this, comparing takes too long. */
const MAX_EDIT_LENGTH = 1_000;

/** A replacement in a text. */
export interface TextReplacement {
  /** Place in the text after all earlier replacements, in UTF-16 code units. */
  at: number;
  remove: number;
  insert: string;
}

/** What a comparison reports: kept, removed or added text, in order. */
interface Change {
  added: boolean;
  removed: boolean;
  value: string;
}

/**
 * The smallest replacements of words that turn one text into another. Not of characters: a new word
 * that reuses letters of a removed word loses them if someone else also removes that word.
 */
export function textReplacements(from: string, to: string): TextReplacement[] {
  const replacements: TextReplacement[] = [];
  let at = 0;
  let open: TextReplacement | undefined;
  for (const { added, removed, value } of compare(from, to)) {
    if (!added && !removed) {
      open = undefined;
      at += value.length;
      continue;
    }
    if (!open) {
      open = { at, remove: 0, insert: '' };
      replacements.push(open);
    }
    if (removed) {
      open.remove += value.length;
    } else {
      open.insert += value;
      at += value.length;
    }
  }
  return replacements;
}

function compare(from: string, to: string): Change[] {
  const limit = { maxEditLength: MAX_EDIT_LENGTH };
  return (
    diffWordsWithSpace(from, to, limit) ??
    diffArrays(toLines(from), toLines(to), limit)?.map(change => ({
      ...change,
      value: change.value.join(''),
    })) ?? [
      { removed: true, added: false, value: from },
      { removed: false, added: true, value: to },
    ]
  );
}

/** Lines, including their line endings. */
function toLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? [];
}
