/** Longer words are truncated, and match by their first 60 characters. */
const MAX_LENGTH = 60;

/** Scripts without spaces between words. */
const UNSPACED = ['Han', 'Hira', 'Kana', 'Thai', 'Laoo', 'Khmr', 'Mymr']
  .map(script => `\\p{scx=${script}}`)
  .join('');
const RUNS = new RegExp(
  `([${UNSPACED}][${UNSPACED}\\p{M}]*)|(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}])+`,
  'gu',
);
const ASCII = /^[\0-\x7f]*$/;
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** A normalized word and its position in the text. */
export interface Word {
  /** Lowercase, without accents. */
  word: string;
  start: number;
  end: number;
  /** Whether its script has spaces between words. */
  isSpaced: boolean;
}

/**
 * The words of a text, in order. Both databases index these words, so they agree on word
 * boundaries, case and accents.
 *
 * @param text - in NFC, because the segmenter's dictionaries expect accented characters
 */
export function* findWords(text: string): Generator<Word> {
  for (const { 0: run, 1: unspaced, index } of text.matchAll(RUNS)) {
    if (unspaced === undefined) {
      const word = plain(run);
      if (word)
        yield { word, start: index, end: index + run.length, isSpaced: true };
      continue;
    }
    for (const each of segmenter.segment(unspaced)) {
      const word = each.isWordLike ? plain(each.segment) : '';
      const start = index + each.index;
      const end = start + each.segment.length;
      if (word) yield { word, start, end, isSpaced: false };
    }
  }
}

function plain(word: string): string {
  const folded = ASCII.test(word)
    ? word.toLowerCase()
    : word
        .normalize('NFKD')
        .replace(/[^\p{L}\p{N}]/gu, '')
        .toLocaleLowerCase('en')
        .replaceAll('ς', 'σ');
  return folded.length > MAX_LENGTH ? cut(folded) : folded;
}

/** Truncates a word without splitting a surrogate pair. */
function cut(word: string): string {
  const end = word.codePointAt(MAX_LENGTH - 1)! > 0xffff ? 1 : 0;
  return word.slice(0, MAX_LENGTH - end);
}
