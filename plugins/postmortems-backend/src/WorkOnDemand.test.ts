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

import { WorkOnDemand } from './WorkOnDemand';

/** Work whose runs the test ends one by one. */
function controlled() {
  const ends: (() => void)[] = [];
  const work = new WorkOnDemand(
    () => new Promise<void>(resolve => ends.push(resolve)),
  );
  return { work, ends };
}

const settle = () => new Promise(resolve => setImmediate(resolve));

describe('WorkOnDemand', () => {
  it('runs once at a time, and once more however often it was asked meanwhile', async () => {
    const { work, ends } = controlled();
    work.ask();
    work.ask();
    work.ask();
    expect(ends).toHaveLength(1);
    ends[0]();
    await settle();
    expect(ends).toHaveLength(2);
    ends[1]();
    await settle();
    expect(ends).toHaveLength(2);
  });

  it('loses no request, at whatever moment of the end of a run it comes', async () => {
    for (let steps = 0; steps < 10; steps++) {
      const { work, ends } = controlled();
      work.ask();
      ends[0]();
      for (let step = 0; step < steps; step++) await undefined;
      work.ask();
      await settle();
      expect(ends).toHaveLength(2);
    }
  });

  it('finishes what was begun when it stops, and begins nothing more', async () => {
    const { work, ends } = controlled();
    work.ask();
    const stopped = work.stop();
    work.ask();
    expect(work.signal.aborted).toBe(true);
    ends[0]();
    await stopped;
    await work.askAndWait();
    expect(ends).toHaveLength(1);
  });
});
