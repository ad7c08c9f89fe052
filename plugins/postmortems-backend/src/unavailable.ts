/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { ServiceUnavailableError, isError } from '@backstage/errors';

const UNREACHABLE = 'The database cannot be reached; try again in a moment';
const BUSY = 'The database is busy; try again in a moment';
const FULL =
  'The database has no space left, so nothing was saved; try again once it has';
const NOT_WRITTEN =
  'The database could not write, so nothing was saved; try again in a moment';
const OTHER_PLUGIN =
  'A part of the portal that this needs does not answer; try again in a moment';

/** How databases and connections name what is no fault of the request, and passes. */
const MESSAGES: [code: RegExp, message: string][] = [
  // PostgreSQL: https://www.postgresql.org/docs/current/errcodes-appendix.html
  [/^53100$/, FULL],
  [/^53...$/, BUSY],
  [/^(08|58)...$/, UNREACHABLE],
  // Shut down, crashed, starting, and read-only while another takes over.
  [/^(57P0[1-5]|25006)$/, UNREACHABLE],
  // Cancelled for taking too long, a deadlock, and a lock that was not to be had.
  [/^(57014|40...|55P03)$/, BUSY],
  // SQLite.
  [/^SQLITE_FULL/, FULL],
  [/^SQLITE_(BUSY|LOCKED|NOMEM)/, BUSY],
  [/^SQLITE_(IOERR|CANTOPEN|READONLY|PROTOCOL)/, UNREACHABLE],
  // The connection to it.
  [
    /^(ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/,
    UNREACHABLE,
  ],
];

/** What has no code: of the PostgreSQL driver, and of knex where the backend is shutting down. */
const CONNECTION_LOST =
  /(^|- )(Connection terminated|Client has encountered a connection error|timeout expired|Query read timeout|Unable to acquire a connection)/;

const NO_TRANSACTION_LEFT =
  /cannot (rollback|commit) - no transaction is active/;

/**
 * Tells what is no fault of the request from what is: an error that passes by itself becomes one
 * that says so, and nothing of what only the log may tell. Any other stays as it is.
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
  // Knex gave up waiting for a connection to be free, or for one to be made.
  if (error.name === 'KnexTimeoutError') return BUSY;
  // SQLite ended the transaction because it could not write; knex tells of the end, not of the cause.
  if (NO_TRANSACTION_LEFT.test(error.message)) return NOT_WRITTEN;
  if (error.name === 'ResponseError' && Number(statusCode) >= 500) {
    return OTHER_PLUGIN;
  }
  if (error.message === 'fetch failed') return OTHER_PLUGIN;
  if (CONNECTION_LOST.test(error.message)) return UNREACHABLE;
  return MESSAGES.find(([codes]) => codes.test(String(code)))?.[1];
}
