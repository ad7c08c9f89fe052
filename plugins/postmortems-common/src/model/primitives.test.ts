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

import { timestampSchema } from './primitives';

describe('timestampSchema', () => {
  it.each([
    '0000-01-01T00:00:00Z',
    '2026-03-12T09:14:00.123456789+05:45',
    '9999-12-31T23:59:59.999Z',
  ])('takes %s', time => {
    expect(timestampSchema.safeParse(time).success).toBe(true);
  });

  it.each([
    ['9999-12-31T23:59:59.999-12:00', /the year 10000/],
    ['0000-01-01T00:00:00+14:00', /the year 0 or later/],
    ['2026-03-12T09:14:00', /ISO 8601/],
    ['2026-02-30T09:14:00Z', /ISO 8601/],
  ])('refuses %s', (time, message) => {
    expect(timestampSchema.safeParse(time).error?.message).toMatch(message);
  });
});
