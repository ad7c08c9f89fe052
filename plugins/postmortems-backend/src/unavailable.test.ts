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

import { ConflictError, ServiceUnavailableError } from '@backstage/errors';
import { asUnavailable } from './unavailable';

/** An error as the drivers make them, after knex has put the statement before its message. */
function thrown(
  message: string,
  more: { code?: string; name?: string; statusCode?: number } = {},
): Error {
  return Object.assign(new Error(message), more);
}

describe('asUnavailable', () => {
  it.each([
    [thrown('', { code: 'ECONNREFUSED', name: 'AggregateError' }), /reached/],
    [thrown('read ECONNRESET', { code: 'ECONNRESET' }), /reached/],
    [thrown('insert into "a" - terminating', { code: '57P01' }), /reached/],
    [
      thrown('the database system is starting up', { code: '57P03' }),
      /reached/,
    ],
    [thrown('select 1 - Connection terminated unexpectedly'), /reached/],
    [thrown('ROLLBACK - Client has encountered a connection error'), /reached/],
    [thrown('disk I/O error', { code: 'SQLITE_IOERR_WRITE' }), /reached/],
    [thrown('sorry, too many clients already', { code: '53300' }), /busy/],
    [thrown('no connection', { name: 'KnexTimeoutError' }), /busy/],
    [thrown('database is locked', { code: 'SQLITE_BUSY' }), /busy/],
    [thrown('could not extend file', { code: '53100' }), /no space left/],
    [thrown('disk is full', { code: 'SQLITE_FULL' }), /no space left/],
    [
      thrown('ROLLBACK - cannot rollback - no transaction is active', {
        code: 'SQLITE_ERROR',
      }),
      /could not write/,
    ],
    [thrown('no', { name: 'ResponseError', statusCode: 500 }), /part of the/],
    [thrown('fetch failed', { name: 'TypeError' }), /part of the portal/],
  ])('says of %p that it passes', (error, message) => {
    const answer = asUnavailable(error) as Error;
    expect(answer.name).toBe('ServiceUnavailableError');
    expect(answer.message).toMatch(message);
    // What was asked of the database is for the log alone.
    expect(JSON.stringify(answer) + answer.stack).not.toMatch(/insert|select/);
    expect(answer.cause).toBeUndefined();
  });

  it.each([
    new ConflictError('Not now'),
    new ServiceUnavailableError('The catalog cannot be reached'),
    thrown('violates unique constraint', { code: '23505' }),
    thrown('no such table', { code: 'SQLITE_ERROR' }),
    thrown('not found', { name: 'ResponseError', statusCode: 404 }),
    new TypeError('x is not a function'),
    'a string',
  ])('lets %p be', error => {
    expect(asUnavailable(error)).toBe(error);
  });
});
