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
import type { Deadline } from 'backstage-plugin-postmortems-common';
import { computeDeadline } from './computeDeadline';
import type { DeadlineInput } from './computeDeadline';

interface Explained {
  input: Omit<DeadlineInput, 'resolvedAt'> & { resolvedAt: string };
  deadline: Deadline;
}

// The frontend makes the same sentences from the same deadlines, and is held to the same file.
const explained: Explained[] = JSON.parse(
  readFileSync(
    resolve(__dirname, '../../../../test/fixtures/explained-deadlines.json'),
    'utf8',
  ),
);

it.each(
  explained.map(each => [each.deadline.explanation.sentence, each] as const),
)('explains: %s', (_sentence, { input, deadline }) => {
  expect(
    computeDeadline({ ...input, resolvedAt: new Date(input.resolvedAt) }),
  ).toEqual(deadline);
});
