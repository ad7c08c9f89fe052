import type { SearchTerm } from './parseQuery';
import { toPlainText } from './plainText';
import { findWords } from './words';
import type { Word } from './words';

/** Maximum length of an excerpt, in characters. */
const LENGTH = 200;
/** How many of these characters come before the first match. */
const BEFORE = 50;

/** A segment of a snippet. */
export interface Segment {
  text: string;
  isMatch?: true;
}

interface Range {
  start: number;
  end: number;
  term: number;
}

/**
 * Excerpt around the place that matches the most terms, split into matching and other segments.
 *
 * @param text - Markdown
 */
export function snippetOf(text: string, terms: SearchTerm[]): Segment[] {
  const plain = toPlainText(text);
  const words = [...findWords(plain)];
  const matches = terms.flatMap((term, index) => matchesOf(words, term, index));
  matches.sort((a, b) => a.start - b.start || b.end - a.end);
  const { start, end } = windowOf(plain, words, matches);

  const segments: Segment[] = [];
  const add = (piece: string, isMatch?: true) => {
    if (piece) segments.push({ text: piece, ...(isMatch && { isMatch }) });
  };
  let place = start;
  if (start > 0) add('… ');
  for (const match of matches) {
    if (match.start < place || match.end > end) continue;
    add(plain.slice(place, match.start));
    add(plain.slice(match.start, match.end), true);
    place = match.end;
  }
  add(plain.slice(place, end));
  if (end < plain.length) add(' …');
  return segments;
}

function matchesOf(words: Word[], term: SearchTerm, index: number): Range[] {
  const last = term.words.length - 1;
  const isAt = (at: number) =>
    term.words.every((word, offset) => {
      const found = words[at + offset]?.word ?? '';
      return term.isPrefix && offset === last
        ? found.startsWith(word)
        : found === word;
    });
  return words.flatMap((first, at) =>
    isAt(at)
      ? [{ start: first.start, end: words[at + last].end, term: index }]
      : [],
  );
}

/** The range to show: starts shortly before the match that begins the run with the most terms. */
function windowOf(
  text: string,
  words: Word[],
  matches: Range[],
): { start: number; end: number } {
  if (text.length <= LENGTH) return { start: 0, end: text.length };
  let best = { at: 0, terms: 0 };
  for (const [index, { start }] of matches.entries()) {
    const near = new Set<number>();
    for (let next = index; next < matches.length; next++) {
      if (matches[next].end > start + LENGTH - BEFORE) break;
      near.add(matches[next].term);
    }
    if (near.size > best.terms) best = { at: start, terms: near.size };
  }
  const from = Math.max(0, best.at - BEFORE);
  const start =
    from === 0 ? 0 : words.find(word => word.start >= from)?.start ?? from;
  const limit = start + LENGTH;
  if (limit >= text.length) return { start, end: text.length };
  const end = words.filter(word => word.end <= limit).pop()?.end ?? 0;
  return { start, end: end > start ? end : withoutHalf(text, limit) };
}

/** Moves the end of an excerpt back by one if it would split a surrogate pair. */
function withoutHalf(text: string, end: number): number {
  return text.codePointAt(end - 1)! > 0xffff ? end - 1 : end;
}
