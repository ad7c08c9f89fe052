import { LIVE_TEXT } from 'backstage-plugin-postmortems-common';
import * as Y from 'yjs';
import { textReplacements } from './textReplacements';

/** Builds a document from updates, in any order. */
export function documentOf(updates: Uint8Array[]): Y.Doc {
  const document = new Y.Doc();
  document.transact(() => {
    for (const update of updates) Y.applyUpdate(document, update);
  });
  return document;
}

/** The Markdown of a document. */
export function markdownOf(document: Y.Doc): string {
  return document.getText(LIVE_TEXT).toString();
}

/** The state of a new document with a text. */
export function seed(markdown: string): Uint8Array {
  const document = new Y.Doc();
  document.getText(LIVE_TEXT).insert(0, markdown);
  return stateOf(document);
}

/** The whole state of a document, as one update. */
export function stateOf(document: Y.Doc): Uint8Array {
  return Y.encodeStateAsUpdate(document);
}

/**
 * Applies an update.
 *
 * @returns the part that the document did not have, or undefined if it had everything
 * @throws Error if the update is malformed
 */
export function applyUpdate(
  document: Y.Doc,
  update: Uint8Array,
): Uint8Array | undefined {
  return changeOf(document, () => Y.applyUpdate(document, update));
}

/**
 * Counts the insertions and deletions in an update, without applying it.
 *
 * @throws Error if the update is malformed
 */
export function countChanges(update: Uint8Array): number {
  const { structs, ds } = Y.decodeUpdate(update);
  return [...ds.clients.values()].reduce(
    (count, deletions) => count + deletions.length,
    structs.length,
  );
}

/**
 * Changes the text of a document with the smallest replacements.
 *
 * @returns the update, or undefined if the document has this text already
 */
export function replaceMarkdown(
  document: Y.Doc,
  markdown: string,
): Uint8Array | undefined {
  const text = document.getText(LIVE_TEXT);
  return changeOf(document, () =>
    document.transact(() => {
      for (const { at, remove, insert } of textReplacements(
        text.toString(),
        markdown,
      )) {
        text.delete(at, remove);
        text.insert(at, insert);
      }
    }),
  );
}

/** Runs a change in one transaction, and returns the update that it causes. */
function changeOf(document: Y.Doc, change: () => void): Uint8Array | undefined {
  let update: Uint8Array | undefined;
  const keep = (changed: Uint8Array) => {
    update = changed;
  };
  document.on('update', keep);
  try {
    change();
  } finally {
    document.off('update', keep);
  }
  return update;
}
