import type { SearchSnippet } from 'backstage-plugin-postmortems-common';

type Segment = SearchSnippet['segments'][number];

/** Maximum length of an excerpt, in characters. */
const LENGTH = 300;
/** How many of these characters to show before the first match. */
const BEFORE = 80;

/** A text in which a search engine wrapped the matches in tags. */
export interface TaggedText {
  text: string;
  preTag: string;
  postTag: string;
}

/** Splits a text with tags into matching and other segments. */
export function segmentsOf({ text, preTag, postTag }: TaggedText): Segment[] {
  const [first, ...rest] = text.split(preTag);
  return [
    { text: first },
    ...rest.flatMap(piece => {
      const [match, ...after] = piece.split(postTag);
      return [
        { text: match, isMatch: true as const },
        { text: after.join('') },
      ];
    }),
  ].filter(segment => segment.text !== '');
}

/**
 * The part of a text around its first match, cut between words. Needed because some search engines
 * return the whole text.
 */
export function excerptOf(segments: Segment[]): Segment[] {
  const excerpt: Segment[] = [];
  let length = 0;
  for (const [index, segment] of segments.entries()) {
    const isBeforeMatch = index === 0 && segments.length > 1;
    const text =
      isBeforeMatch && !segment.isMatch
        ? endOf(segment.text, BEFORE)
        : segment.text;
    const room = LENGTH - length;
    if (text.length > room) {
      if (!segment.isMatch) excerpt.push({ text: startOf(text, room) });
      break;
    }
    excerpt.push({ ...segment, text });
    length += text.length;
  }
  return excerpt;
}

function startOf(text: string, length: number): string {
  if (text.length <= length) return text;
  const end = text.lastIndexOf(' ', length);
  return `${text.slice(0, Math.max(end, 0))} …`;
}

function endOf(text: string, length: number): string {
  if (text.length <= length) return text;
  const start = text.indexOf(' ', text.length - length);
  return start < 0 ? '… ' : `…${text.slice(start)}`;
}
