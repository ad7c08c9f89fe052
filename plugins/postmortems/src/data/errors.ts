import { ResponseError } from '@backstage/errors';

/** An error response's HTTP status; `undefined` if the server wasn't reached. */
export function errorStatus(error: Error): number | undefined {
  return ResponseError.is(error) ? error.statusCode : undefined;
}

/** Whether the server failed because the catalog is unavailable. */
export function isCatalogAway(error: Error): boolean {
  return (
    errorStatus(error) === 503 &&
    ResponseError.is(error) &&
    (error.body.error as { unavailable?: unknown } | undefined)?.unavailable ===
      'catalog'
  );
}

/**
 * Whether the server reports a missing permission or resource. A gateway's 404 during a restart
 * doesn't count.
 */
export function isHidden(error: Error): boolean {
  return (
    ResponseError.is(error) &&
    ['NotFoundError', 'NotAllowedError'].includes(error.body?.error?.name)
  );
}

/** The server's message, or the reason why the server wasn't reached. */
export function errorText(error: Error): string {
  return ResponseError.is(error) ? error.cause.message : error.message;
}
