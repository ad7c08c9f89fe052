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

import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ImportResult } from 'backstage-plugin-postmortems-common';
import type { DemoPostmortem } from './demoPostmortem';

type Document = DemoPostmortem['postmortem'];

/**
 * How long to wait after each refusal. A document is refused while the catalog does not have its
 * entities yet; it usually needs a few seconds, and gets two minutes for all of them together.
 */
const WAITS_MS = [1_000, 2_000, 4_000, ...Array<number>(23).fill(5_000)];

/**
 * Imports the documents oldest first, so that their ids follow the dates. What is still refused
 * when all the waiting is done is left out, and the log says why.
 */
export async function importDemoContent(options: {
  documents: Document[];
  importOne: (document: Document) => Promise<ImportResult>;
  wait: (milliseconds: number) => Promise<void>;
  logger: LoggerService;
}): Promise<void> {
  const { importOne, wait, logger } = options;
  const documents = [...options.documents].sort(
    (a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt),
  );
  const waits = [...WAITS_MS];

  async function importPatiently(document: Document) {
    for (;;) {
      try {
        return await importOne(document);
      } catch (error) {
        const pause = waits.shift();
        if (pause === undefined) {
          logger.warn(`Demo content: ${document.importKey} refused: ${error}`);
          return undefined;
        }
        await wait(pause);
      }
    }
  }

  const results: ImportResult[] = [];
  for (const document of documents) {
    const result = await importPatiently(document);
    if (result) results.push(result);
  }
  const created = results.filter(result => result.created).length;
  logger.info(`Demo content: ${results.length} postmortems, ${created} new`);
}
