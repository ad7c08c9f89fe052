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

import { fitColumns } from './fitColumns';

const columns = [
  { name: 'severity', width: 100, priority: 1 },
  { name: 'status', width: 80, priority: 3 },
  { name: 'owner', width: 150, priority: 2 },
  { name: 'started', width: 200, priority: 1 },
];

describe('fitColumns', () => {
  it.each([
    [undefined, ['severity', 'status', 'owner', 'started'], false],
    [1000, ['severity', 'status', 'owner', 'started'], false],
    [800, ['severity', 'owner', 'started'], false],
    [700, ['severity', 'started'], false],
    // Too little for the title as well, but more than below it would need.
    [580, ['severity', 'started'], false],
    [375, ['severity', 'started'], true],
  ])('at %s pixels shows %j', (width, names, narrow) => {
    const fitted = fitColumns(columns, width);
    expect(fitted.shown.map(each => each.name)).toEqual(names);
    expect(fitted.narrow).toBe(narrow);
  });
});
