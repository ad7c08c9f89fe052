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

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Due, Holidays } from 'backstage-plugin-postmortems-common';
import { computeDeadline } from './computeDeadline';

interface Vector {
  id: string;
  note: string;
  input: {
    resolvedAt: string;
    policy: {
      timeZone: string;
      workingDays?: number[] | null;
      holidays?: Holidays | null;
    };
    due: Due;
  };
  dueAt: string;
}

// DEADLINE_VECTORS names another file of the same form to check instead, relative to the folder
// that the test run was started in.
const file = process.env.DEADLINE_VECTORS
  ? resolve(process.env.INIT_CWD ?? '', process.env.DEADLINE_VECTORS)
  : resolve(__dirname, '../../../../test/fixtures/deadline-vectors.json');
const vectors: Vector[] = JSON.parse(readFileSync(file, 'utf8'));

describe('the deadline vectors', () => {
  it('are there', () => {
    expect(vectors.length).toBeGreaterThan(0);
  });

  it.each(vectors.map(vector => [vector.id, vector.note, vector] as const))(
    '%s: %s',
    (_id, _note, { input, dueAt }) => {
      const deadline = computeDeadline({
        resolvedAt: new Date(input.resolvedAt),
        governingSeverity: 'SEV-1',
        policy: {
          timeZone: input.policy.timeZone,
          workingDays: input.policy.workingDays ?? [1, 2, 3, 4, 5],
          holidays: input.policy.holidays ?? undefined,
          rules: [{ severity: 'SEV-1', due: input.due }],
        },
      });
      expect(deadline?.dueAt).toBe(dueAt);
    },
  );
});
