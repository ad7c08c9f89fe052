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

import { percentOnTime } from './rate';

describe('percentOnTime', () => {
  it.each([
    [10, 12, 83],
    [2, 3, 67],
    [29, 100, 29],
    [0, 3, 0],
    [3, 3, 100],
    // Neither perfect nor hopeless as long as one is missing or met.
    [999, 1000, 99],
    [1, 1000, 1],
    [0, 0, undefined],
  ])('%i of %i is %s', (met, due, percent) => {
    const counts = { met } as Parameters<typeof percentOnTime>[0]['counts'];
    expect(percentOnTime({ counts, due })).toBe(percent);
  });
});
