import { findWords } from '../search/ports';
import type { SearchTerm } from '../search/ports';
import { isStopWord } from './stopWords';

/** Maximum number of words to compare. */
const MAX_TERMS = 40;
/** Shorter words have no plural that is worth finding. */
const MIN_PLURAL = 4;

/** A text of a postmortem and how much it says about the incident, from 0 to 1. */
export interface WeightedText {
  text: string;
  weight: number;
}

/** A word to compare postmortems by. */
export interface Term {
  /** The word in the singular. */
  word: string;
  query: SearchTerm;
  /** Weight of the text it is in, from 0 to 1. */
  weight: number;
}

/**
 * Picks the words that describe an incident: first those in the weightiest texts, and among these
 * the longest ones, which are rarer.
 */
export function termsOf(texts: WeightedText[]): Term[] {
  const terms = new Map<string, Term>();
  for (const { text, weight } of texts) {
    for (const found of findWords(text.normalize('NFC'))) {
      if (isMeaningless(found)) continue;
      const word = singularOf(found.word);
      terms.set(word, {
        word,
        query: queryOf(word),
        weight: Math.max(weight, terms.get(word)?.weight ?? 0),
      });
    }
  }
  return [...terms.values()]
    .sort(
      (a, b) =>
        b.weight - a.weight ||
        b.word.length - a.word.length ||
        (a.word < b.word ? -1 : 1),
    )
    .slice(0, MAX_TERMS);
}

/** The normalized words of a line, to compare it with others. */
export function keyOf(line: string): string {
  return wordsOf(line).join(' ');
}

/** The normalized words of a text, in order. */
export function wordsOf(text: string): string[] {
  return [...findWords(text.normalize('NFC'))].map(({ word }) => word);
}

/** The words of some texts in the singular. */
export function singularsOf(texts: Iterable<string>): Set<string> {
  return new Set([...texts].flatMap(wordsOf).map(singularOf));
}

function isMeaningless({
  word,
  isSpaced,
}: {
  word: string;
  isSpaced: boolean;
}) {
  const isLetter = isSpaced && word.length === 1;
  return isLetter || isStopWord(word) || /^\p{N}+$/u.test(word);
}

/** The usual English plurals: enough to find "certificates" from "certificate". */
function singularOf(word: string): string {
  if (word.length <= MIN_PLURAL) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x)es$/.test(word)) return word.slice(0, -2);
  return /[^sui]s$/.test(word) ? word.slice(0, -1) : word;
}

function pluralOf(word: string): string | undefined {
  if (word.length < MIN_PLURAL || !/[a-z]$/.test(word)) return undefined;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:s|sh|ch|x)$/.test(word) ? `${word}es` : `${word}s`;
}

/** Finds a word, and its plural if it may have one. */
function queryOf(word: string): SearchTerm {
  return { words: [word], isPrefix: false, orWord: pluralOf(word) };
}
