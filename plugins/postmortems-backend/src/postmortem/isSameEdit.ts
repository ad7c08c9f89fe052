import type { HistoryEntry } from 'backstage-plugin-postmortems-common';

type Edit = Omit<HistoryEntry, 'id'>;

/** Edits to the same text by the same person within this time share one entry. */
const SAME_EDIT_MINUTES = 10;

/**
 * Removing more characters than this in one edit starts a new entry, so the previous text can be
 * restored.
 */
const SAME_EDIT_REMOVED = 100;

/**
 * Whether a text edit continues the latest history entry and so shares it: the same person, the
 * same text, shortly afterwards, without removing much.
 */
export function isSameEdit(latest: Edit, edit: Edit): boolean {
  const minutes =
    (new Date(edit.at).getTime() - new Date(latest.at).getTime()) / 60_000;
  return (
    latest.action === edit.action &&
    latest.field === edit.field &&
    latest.actorRef === edit.actorRef &&
    minutes <= SAME_EDIT_MINUTES &&
    removedLength(latest.after, edit.after) <= SAME_EDIT_REMOVED
  );
}

/** Upper bound on the number of characters an edit removed. */
function removedLength(before: unknown, after: unknown): number {
  if (typeof before !== 'string' || typeof after !== 'string') return 0;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (
    end < shorter - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  ) {
    end++;
  }
  return before.length - start - end;
}
