import { findWords } from './words';
import type { Word } from './words';

/** Maximum number of terms in a search. */
const MAX_TERMS = 8;

/** One or more words that must follow each other. */
export interface SearchTerm {
  words: string[];
  /** Whether the last word may go on. */
  isPrefix: boolean;
}

/** What a search requires and excludes. */
export interface SearchQuery {
  required: SearchTerm[];
  excluded: SearchTerm[];
}

/** `-` excludes only at the beginning of a word, so that `cache-flush` stays one. */
const CHUNKS =
  /(?<minus>-?)(?:"(?<quoted>[^"]*)(?<end>"?)|(?<plain>[^\s"]+))/gu;

/**
 * Reads what a person typed. Every word may be the beginning of a longer one. A quoted phrase and
 * an excluded word are meant exactly; a quote that is not closed yet may go on.
 */
export function parseQuery(text: string): SearchQuery {
  const required: SearchTerm[] = [];
  const excluded: SearchTerm[] = [];
  for (const { groups } of text.normalize('NFC').matchAll(CHUNKS)) {
    const { minus, quoted, end, plain } = groups!;
    const isExact = minus === '-' || end === '"';
    const terms =
      quoted === undefined
        ? termsOf(plain, !isExact)
        : phraseOf(quoted, !isExact);
    (minus ? excluded : required).push(...terms);
  }
  return {
    required: unique(required).slice(0, MAX_TERMS),
    excluded: unique(excluded).slice(0, MAX_TERMS),
  };
}

function phraseOf(text: string, isPrefix: boolean): SearchTerm[] {
  return termOf(Array.from(findWords(text)), isPrefix);
}

/**
 * A compound such as `PM-42` is a phrase. Where no spaces separate words, how a text splits depends
 * on what surrounds it, so each word is a term.
 */
function termsOf(text: string, isPrefix: boolean): SearchTerm[] {
  const groups: Word[][] = [[]];
  for (const word of findWords(text)) {
    if (!word.isSpaced) groups.push([word], []);
    else groups[groups.length - 1].push(word);
  }
  return groups.flatMap(words => termOf(words, isPrefix));
}

/** Continuing a single letter would find almost everything, slowly. */
function termOf(words: Word[], isPrefix: boolean): SearchTerm[] {
  if (words.length === 0) return [];
  const { word, isSpaced } = words[words.length - 1];
  return [
    {
      words: words.map(each => each.word),
      isPrefix: isPrefix && !(isSpaced && word.length === 1),
    },
  ];
}

/** Whether a search can find anything. One without letters or digits can't. */
export function hasTerms({ required, excluded }: SearchQuery): boolean {
  return required.length + excluded.length > 0;
}

/** The same search, with every word as it is. */
export function exactly(query: SearchQuery): SearchQuery {
  return {
    ...query,
    required: query.required.map(term => ({ ...term, isPrefix: false })),
  };
}

function unique(terms: SearchTerm[]): SearchTerm[] {
  return [...new Map(terms.map(term => [JSON.stringify(term), term])).values()];
}
