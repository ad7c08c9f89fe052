import { ServiceUnavailableError, isError } from '@backstage/errors';

const UNREACHABLE = 'The database is unavailable. Try again in a moment';
const BUSY = 'The database is busy. Try again in a moment';
const FULL =
  'The database is out of disk space. Nothing was saved. Free some space, then try again';
const NOT_WRITTEN =
  'The database failed to write. Nothing was saved. Try again in a moment';
const OTHER_PLUGIN =
  'A service that the postmortems plugin depends on is unavailable. Try again in a moment';

/** Error codes for temporary database and connection failures. */
const MESSAGES: [code: RegExp, message: string][] = [
  // PostgreSQL: https://www.postgresql.org/docs/current/errcodes-appendix.html
  [/^53100$/, FULL],
  [/^53...$/, BUSY],
  [/^(08|58)...$/, UNREACHABLE],
  // Shutting down, crashed, starting up, or read-only during a failover.
  [/^(57P0[1-5]|25006)$/, UNREACHABLE],
  // Query timeout, deadlock or lock timeout.
  [/^(57014|40...|55P03)$/, BUSY],
  // SQLite.
  [/^SQLITE_FULL/, FULL],
  [/^SQLITE_(BUSY|LOCKED|NOMEM)/, BUSY],
  [/^SQLITE_(IOERR|CANTOPEN|READONLY|PROTOCOL)/, UNREACHABLE],
  // Connection errors.
  [
    /^(ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/,
    UNREACHABLE,
  ],
];

/** Errors without a code, from the PostgreSQL driver and from Knex during shutdown. */
const CONNECTION_LOST =
  /(^|- )(Connection terminated|Client has encountered a connection error|timeout expired|Query read timeout|Unable to acquire a connection)/;

const NO_TRANSACTION_LEFT =
  /cannot (rollback|commit) - no transaction is active/;

/**
 * Converts a temporary failure to an error that clients can show and retry, without internals.
 * Returns any other error unchanged.
 */
export function asUnavailable(error: unknown): unknown {
  const message = messageFor(error);
  return message ? new ServiceUnavailableError(message) : error;
}

function messageFor(error: unknown): string | undefined {
  if (!isError(error)) return undefined;
  const { code, statusCode } = error as {
    code?: unknown;
    statusCode?: unknown;
  };
  // Knex timed out while waiting for a connection.
  if (error.name === 'KnexTimeoutError') return BUSY;
  // SQLite ended the transaction because a write failed. Knex only reports that it ended.
  if (NO_TRANSACTION_LEFT.test(error.message)) return NOT_WRITTEN;
  if (error.name === 'ResponseError' && Number(statusCode) >= 500) {
    return OTHER_PLUGIN;
  }
  if (error.message === 'fetch failed') return OTHER_PLUGIN;
  if (CONNECTION_LOST.test(error.message)) return UNREACHABLE;
  return MESSAGES.find(([codes]) => codes.test(String(code)))?.[1];
}
