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

import { ResponseError } from '@backstage/errors';

/**
 * The error that the client throws when the server refuses with this status.
 *
 * @param details - what else the error in the answer says, such as `current` of a stale write
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
  // The constructor is private: outside of tests the error only ever comes from a response.
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
