import { ResponseError } from '@backstage/errors';

/**
 * Creates the error that the client throws for an error response with this status.
 *
 * @param details - additional fields in the error, such as `current` for a stale write
 */
export function refusal(
  status: number,
  name: string,
  message: string,
  details: object = {},
): ResponseError {
  const cause = Object.assign(new Error(message), { name });
  const data = {
    error: { name, message, ...details },
    response: { statusCode: status },
  };
  // The constructor is private; errors normally come from responses.
  return Object.assign(Object.create(ResponseError.prototype), {
    name: 'ResponseError',
    message: `Request failed with ${status} ${name}`,
    response: { status, ok: false },
    body: data,
    cause,
    statusCode: status,
    statusText: name,
  });
}
