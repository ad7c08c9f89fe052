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

/** The HTTP status with which the server refused; `undefined` where it was not reached. */
export function errorStatus(error: Error): number | undefined {
  return ResponseError.is(error) ? error.statusCode : undefined;
}

/** Whether the server could not do it because the catalog, of all that it needs, does not answer. */
export function isCatalogAway(error: Error): boolean {
  return (
    errorStatus(error) === 503 &&
    ResponseError.is(error) &&
    (error.body.error as { unavailable?: unknown } | undefined)?.unavailable ===
      'catalog'
  );
}

/** What the server said was wrong, or what kept it from being asked. */
export function errorText(error: Error): string {
  return ResponseError.is(error) ? error.cause.message : error.message;
}
