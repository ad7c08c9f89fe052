import { InputError } from '@backstage/errors';
import {
  LIMITS,
  LIVE_TEXT,
  textLength,
} from 'backstage-plugin-postmortems-common';
import type { Doc } from 'yjs';
import { applyUpdate, countChanges, markdownOf, stateOf } from './document';

/** Most insertions and deletions in an update, to bound the time for merging it. */
const MOST_CHANGES = 2_000;

/**
 * Applies a client's update to a document that is then discarded if this fails.
 *
 * @returns what to store, or undefined if the document had everything
 * @throws InputError if the update is malformed, incomplete or too large, or if it changes anything
 * but the text
 */
export function acceptUpdate(
  document: Doc,
  update: Uint8Array,
): Uint8Array | undefined {
  if (update.length > LIMITS.liveUpdateBytes) {
    throw new InputError(
      `update is ${update.length} bytes; the limit is ${LIMITS.liveUpdateBytes}. Send smaller changes`,
    );
  }
  const change = applied(document, update);
  const { pendingStructs, pendingDs } = document.store;
  if (pendingStructs || pendingDs) {
    throw new InputError(
      'update depends on changes that are not stored. Send those first, or all in one update',
    );
  }
  const size = stateOf(document).length;
  if (size > LIMITS.liveDocumentBytes) {
    throw new InputError(
      `The live document would be ${size} bytes; the limit is ${LIMITS.liveDocumentBytes}. Open it again to start from the current text`,
    );
  }
  assertOnlyText(document);
  assertStorable(markdownOf(document));
  return change;
}

function applied(document: Doc, update: Uint8Array): Uint8Array | undefined {
  let changes: number;
  let change: Uint8Array | undefined;
  try {
    // First, because decoding stops at the end of the bytes, while applying allocates memory for as
    // many changes as the update claims to have.
    changes = countChanges(update);
    if (changes <= MOST_CHANGES) change = applyUpdate(document, update);
  } catch (error) {
    // Yjs throws various errors for malformed bytes, and has no error of its own.
    throw new InputError(`update must be a valid Yjs update: ${error}`);
  }
  if (changes > MOST_CHANGES) {
    throw new InputError(
      `update has ${changes} insertions and deletions; the limit is ${MOST_CHANGES}. Send smaller changes`,
    );
  }
  return change;
}

/** @throws InputError if a document has anything but plain text */
function assertOnlyText(document: Doc): void {
  const text = document.getText(LIVE_TEXT);
  const isPlain =
    [...document.share.keys()].every(name => name === LIVE_TEXT) &&
    Object.keys(text.getAttributes()).length === 0 &&
    text
      .toDelta()
      .every(
        ({ insert, attributes }: { insert: unknown; attributes?: object }) =>
          typeof insert === 'string' && !attributes,
      );
  if (!isPlain) {
    throw new InputError(
      `update may only change the text "${LIVE_TEXT}", without formats and embedded objects`,
    );
  }
}

/** @throws InputError if a text is too long, or if the databases can't store it unchanged */
function assertStorable(markdown: string): void {
  const length = textLength('sectionMarkdown', markdown);
  if (length > LIMITS.sectionMarkdown) {
    throw new InputError(
      `The section would be ${length} characters; the limit is ${LIMITS.sectionMarkdown}. Shorten the text`,
    );
  }
  if (markdown.includes('\0') || /\p{Surrogate}/u.test(markdown)) {
    throw new InputError(
      'update must contain valid Unicode without null characters (U+0000)',
    );
  }
}
