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

import { DateTime, Settings } from 'luxon';
import { morningIn, morningOf } from './snoozeTimes';

describe('when a silence ends', () => {
  beforeAll(() => {
    Settings.defaultZone = 'Europe/Berlin';
  });
  afterAll(() => {
    Settings.defaultZone = 'system';
  });

  it('is in the morning where the viewer is, across the change of clocks too', () => {
    const eve = DateTime.fromISO('2026-03-28T23:30');
    expect(morningIn(1, eve).toUTC().toISO()).toBe('2026-03-29T07:00:00.000Z');
    expect(morningIn(7, eve).toISODate()).toBe('2026-04-04');
  });

  it('is never in the past', () => {
    const noon = DateTime.fromISO('2026-03-28T12:00');
    expect(morningOf('2026-03-28', noon)).toBeUndefined();
    expect(morningOf('', noon)).toBeUndefined();
    expect(morningOf('2026-03-29', noon)?.toUTC().toISO()).toBe(
      '2026-03-29T07:00:00.000Z',
    );
  });
});
