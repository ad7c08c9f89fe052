import { createHash } from 'node:crypto';
import { findWords } from './words';
import type { Part } from './parts';

/** A `tsvector` stores positions up to 16,383. */
const MAX_WORDS = 16_000;
/** Bytes of UTF-8; a `tsvector` holds about twice as much. */
const MAX_BYTES = 500_000;

/** The words to index for a part. Very long texts are truncated. */
export function indexedWords({ id = '', text }: Part): string[] {
  const words: string[] = [];
  let bytes = 0;
  for (const { word } of findWords(`${id} ${text}`.normalize('NFC'))) {
    bytes += Buffer.byteLength(word) + 1;
    if (words.length === MAX_WORDS || bytes > MAX_BYTES) break;
    words.push(word);
  }
  return words;
}

/** Hash of a part's indexed content, to detect changes. */
export function hashOf({ id = '', text, weight }: Part): string {
  return createHash('sha256')
    .update(JSON.stringify([weight, id, text]))
    .digest('base64url')
    .slice(0, 22);
}
