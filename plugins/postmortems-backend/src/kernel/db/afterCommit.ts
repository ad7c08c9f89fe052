import type { Knex } from 'knex';

/** Runs a function after the transaction commits; not after a rollback. */
export function afterCommit(tx: Knex, run: () => void): void {
  (tx as Knex.Transaction).executionPromise.then(run, () => {});
}
