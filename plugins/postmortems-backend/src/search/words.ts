/** Maximum length of a word. Longer ones are cut, and found by their beginning. */
const MAX_LENGTH = 60;

/** Scripts that do not separate words by spaces. */
const UNSPACED = ['Han', 'Hira', 'Kana', 'Thai', 'Laoo', 'Khmr', 'Mymr']
  .map(script => `\\p{scx=${script}}`)
  .join('');
const RUNS = new RegExp(
  `([${UNSPACED}][${UNSPACED}\\p{M}]*)|(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}])+`,
  'gu',
);
const ASCII = /^[\0-\x7f]*$/;
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** A word of a text: as it is compared, and where it is. */
export interface Word {
  /** Lowercase, without accents. */
  word: string;
  start: number;
  end: number;
  /** Whether its script separates words by spaces. */
  isSpaced: boolean;
}

/**
 * The words of a text in order. Both database engines index exactly these, so they agree about what
 * a word is, and about case and accents.
 *
 * @param text - in the form NFC, because dictionaries know words with their accents
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

/** Never cuts between the halves of a character outside the basic plane. */
function cut(word: string): string {
  const end = word.codePointAt(MAX_LENGTH - 1)! > 0xffff ? 1 : 0;
  return word.slice(0, MAX_LENGTH - end);
}
