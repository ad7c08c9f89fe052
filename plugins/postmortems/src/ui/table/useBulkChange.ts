import { useState } from 'react';
import { LIMITS } from 'backstage-plugin-postmortems-common';
import type { Row, RowSelection } from './useRowSelection';

export interface BulkOutcome {
  /** Number of changed rows. */
  done: number;
  refused: { id: string; message: string }[];
  /** Why the remaining rows weren't tried. */
  failure?: Error;
}

/** Sends one bulk request. Each row in it is changed or rejected separately. */
export type SendBulk = (
  items: { id: string; revision: number }[],
) => Promise<{ results: { id: string; error?: { message: string } }[] }>;

/**
 * Changes the selected rows, with as many per request as the API allows, and deselects those that
 * were changed. If a request fails, the changes made by earlier requests are kept, and the result
 * says so.
 */
export function useBulkChange<T extends Row>(selection: RowSelection<T>) {
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<BulkOutcome>();

  async function run(send: SendBulk) {
    setBusy(true);
    setOutcome(undefined);
    const done = new Set<string>();
    const refused: BulkOutcome['refused'] = [];
    let failure: Error | undefined;
    try {
      for (let at = 0; at < selection.items.length; at += LIMITS.pageSize) {
        const batch = selection.items.slice(at, at + LIMITS.pageSize);
        const { results } = await send(
          batch.map(({ id, revision }) => ({ id, revision })),
        );
        for (const { id, error } of results) {
          if (error) refused.push({ id, message: error.message });
          else done.add(id);
        }
      }
    } catch (thrown) {
      failure = thrown as Error;
    }
    selection.select(
      selection.items.filter(({ id }) => done.has(id)),
      false,
    );
    setOutcome({ done: done.size, refused, failure });
    setBusy(false);
  }

  return { run, busy, outcome, dismiss: () => setOutcome(undefined) };
}
