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

import { mockServices } from '@backstage/backend-test-utils';
import { importPostmortemSchema } from 'backstage-plugin-postmortems-common';
import { importDemoContent } from './importDemoContent';

function document(importKey: string) {
  return importPostmortemSchema.parse({
    importKey,
    title: importKey,
    severity: 'SEV-1',
    startedAt: '2026-01-01T00:00:00Z',
    entityRefs: ['component:default/storage'],
  });
}

describe('importDemoContent', () => {
  it('tries again with what was refused, and counts what is new', async () => {
    const logger = mockServices.logger.mock();
    const wait = jest.fn(async () => {});
    const attempts: string[] = [];

    await importDemoContent({
      documents: ['known', 'early', 'new'].map(document),
      importOne: async ({ importKey }) => {
        attempts.push(importKey);
        if (importKey === 'early' && attempts.length < 5) {
          throw new Error('unknown entity');
        }
        return { id: 'PM-1', created: importKey !== 'known' };
      },
      wait,
      logger,
    });

    expect(attempts).toEqual(['known', 'early', 'new', 'early', 'early']);
    expect(wait.mock.calls).toEqual([[1_000], [2_000]]);
    expect(logger.warn).not.toHaveBeenCalled();
    expect(logger.info.mock.calls).toEqual([
      ['Demo content: 3 postmortems, 2 new'],
    ]);
  });

  it('gives up in the end and says what was refused and why', async () => {
    const logger = mockServices.logger.mock();
    const wait = jest.fn(async () => {});

    await importDemoContent({
      documents: ['good', 'bad'].map(document),
      importOne: async ({ importKey }) => {
        if (importKey === 'bad') throw new Error('unknown severity');
        return { id: 'PM-1', created: true };
      },
      wait,
      logger,
    });

    expect(wait).toHaveBeenCalledTimes(8);
    expect(logger.warn.mock.calls).toEqual([
      ['Demo content: not imported: bad: Error: unknown severity'],
    ]);
    expect(logger.info.mock.calls).toEqual([
      ['Demo content: 1 postmortems, 1 new'],
    ]);
  });
});
