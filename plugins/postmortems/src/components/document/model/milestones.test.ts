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

import { milestonesOf } from './milestones';

describe('milestonesOf', () => {
  it('puts what is known in order of time, with the time between', () => {
    expect(
      milestonesOf({
        startedAt: '2026-03-12T09:00:00Z',
        detectedAt: '2026-03-12T09:30:00Z',
        mitigatedAt: '2026-03-12T09:10:00Z',
        resolvedAt: '2026-03-12T10:00:00Z',
      }),
    ).toEqual([
      { key: 'started', at: '2026-03-12T09:00:00Z' },
      { key: 'mitigated', at: '2026-03-12T09:10:00Z', after: 600_000 },
      { key: 'detected', at: '2026-03-12T09:30:00Z', after: 1_200_000 },
      { key: 'resolved', at: '2026-03-12T10:00:00Z', after: 1_800_000 },
    ]);
  });
});
