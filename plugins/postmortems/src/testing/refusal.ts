import { ResponseError } from '@backstage/errors';

/**
 * Creates the client's error for a refusal with this status.
 *
 * @param details - further fields of the error, such as `current` of a stale write
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
