import type { Knex } from 'knex';

/** Runs a function once the transaction has committed, but not after a rollback. */
export function afterCommit(tx: Knex, run: () => void): void {
  (tx as Knex.Transaction).executionPromise.then(run, () => {});
}
