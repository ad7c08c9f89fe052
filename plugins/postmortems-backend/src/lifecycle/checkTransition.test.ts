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

import { statusSchema } from 'backstage-plugin-postmortems-common';
import { checkTransition } from './checkTransition';

const ALLOWED = [
  'draft -> in-review',
  'in-review -> published',
  'in-review -> draft',
  'published -> draft',
];

const changes = statusSchema.options.flatMap(from =>
  statusSchema.options.map(to => ({ from, to, name: `${from} -> ${to}` })),
);

describe('checkTransition', () => {
  it.each(changes.filter(({ name }) => ALLOWED.includes(name)))(
    'allows $name',
    ({ from, to }) => {
      expect(() => checkTransition(from, to)).not.toThrow();
    },
  );

  it.each(changes.filter(({ name }) => !ALLOWED.includes(name)))(
    'refuses $name',
    ({ from, to }) => {
      expect(() => checkTransition(from, to)).toThrow(
        expect.objectContaining({ name: 'ConflictError' }),
      );
    },
  );

  it('names the allowed next states', () => {
    expect(() => checkTransition('draft', 'published')).toThrow(
      'A postmortem with status draft cannot become published, only in-review',
    );
    expect(() => checkTransition('in-review', 'in-review')).toThrow(
      'A postmortem with status in-review cannot become in-review, only published or draft',
    );
  });
});
