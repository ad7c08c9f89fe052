import { findWords } from './words';
import type { Word } from './words';

/** Maximum number of terms in a search. */
const MAX_TERMS = 8;

/** One or more consecutive words. */
export interface SearchTerm {
  words: string[];
  /** Whether the last word matches as a prefix. */
  isPrefix: boolean;
  /** Another form of a single word, which matches too. */
  orWord?: string;
}

/** A parsed search: required and excluded terms. */
export interface SearchQuery {
  required: SearchTerm[];
  excluded: SearchTerm[];
}

/** `-` excludes only at the beginning of a word, so `cache-flush` stays one term. */
const CHUNKS =
  /(?<minus>-?)(?:"(?<quoted>[^"]*)(?<end>"?)|(?<plain>[^\s"]+))/gu;

/**
 * Parses search input. Words match as prefixes; quoted phrases and excluded words match exactly. An
 * unclosed quote matches as a prefix, because the user may still be typing.
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
 * A compound such as `PM-42` is a phrase. In scripts without spaces, word boundaries depend on
 * context, so each word is a separate term.
 */
function termsOf(text: string, isPrefix: boolean): SearchTerm[] {
  const groups: Word[][] = [[]];
  for (const word of findWords(text)) {
    if (!word.isSpaced) groups.push([word], []);
    else groups[groups.length - 1].push(word);
  }
  return groups.flatMap(words => termOf(words, isPrefix));
}

/** A single letter never matches as a prefix: it would match almost everything, slowly. */
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

/** Whether a search has any terms. Input without letters or digits has none. */
export function hasTerms({ required, excluded }: SearchQuery): boolean {
  return required.length + excluded.length > 0;
}

/** The same search without prefix matching. */
export function exactly(query: SearchQuery): SearchQuery {
  return {
    ...query,
    required: query.required.map(term => ({ ...term, isPrefix: false })),
  };
}

function unique(terms: SearchTerm[]): SearchTerm[] {
  return [...new Map(terms.map(term => [JSON.stringify(term), term])).values()];
}
