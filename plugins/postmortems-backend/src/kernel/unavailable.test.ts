import { ConflictError, ServiceUnavailableError } from '@backstage/errors';
import { asUnavailable } from './unavailable';

/** An error as the drivers throw it, with the statement that knex prepends. */
function thrown(
  message: string,
  more: { code?: string; name?: string; statusCode?: number } = {},
): Error {
  return Object.assign(new Error(message), more);
}

describe('asUnavailable', () => {
  it.each([
    [
      thrown('', { code: 'ECONNREFUSED', name: 'AggregateError' }),
      /is unavailable/,
    ],
    [thrown('read ECONNRESET', { code: 'ECONNRESET' }), /is unavailable/],
    [
      thrown('insert into "a" - terminating', { code: '57P01' }),
      /is unavailable/,
    ],
    [
      thrown('the database system is starting up', { code: '57P03' }),
      /is unavailable/,
    ],
    [thrown('select 1 - Connection terminated unexpectedly'), /is unavailable/],
    [
      thrown('ROLLBACK - Client has encountered a connection error'),
      /is unavailable/,
    ],
    [
      thrown('disk I/O error', { code: 'SQLITE_IOERR_WRITE' }),
      /is unavailable/,
    ],
    [thrown('sorry, too many clients already', { code: '53300' }), /busy/],
    [thrown('no connection', { name: 'KnexTimeoutError' }), /busy/],
    [thrown('database is locked', { code: 'SQLITE_BUSY' }), /busy/],
    [thrown('could not extend file', { code: '53100' }), /out of disk space/],
    [thrown('disk is full', { code: 'SQLITE_FULL' }), /out of disk space/],
    [
      thrown('ROLLBACK - cannot rollback - no transaction is active', {
        code: 'SQLITE_ERROR',
      }),
      /failed to write/,
    ],
    [
      thrown('no', { name: 'ResponseError', statusCode: 500 }),
      /A service that the postmortems plugin depends on/,
    ],
    [
      thrown('fetch failed', { name: 'TypeError' }),
      /A service that the postmortems plugin depends on/,
    ],
  ])('converts %p to a temporary failure', (error, message) => {
    const answer = asUnavailable(error) as Error;
    expect(answer.name).toBe('ServiceUnavailableError');
    expect(answer.message).toMatch(message);
    // SQL belongs in the log only.
    expect(JSON.stringify(answer) + answer.stack).not.toMatch(/insert|select/);
    expect(answer.cause).toBeUndefined();
  });

  it.each([
    new ConflictError('Not now'),
    new ServiceUnavailableError('The catalog is unavailable'),
    thrown('violates unique constraint', { code: '23505' }),
    thrown('no such table', { code: 'SQLITE_ERROR' }),
    thrown('not found', { name: 'ResponseError', statusCode: 404 }),
    new TypeError('x is not a function'),
    'a string',
  ])('returns %p unchanged', error => {
    expect(asUnavailable(error)).toBe(error);
  });
});
