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

/** Waits between rounds: the catalog usually needs a few seconds, and gets two minutes. */
const WAITS_MS = [1, 2, 4, 8, 15, 30, 30, 30].map(seconds => seconds * 1_000);

/**
 * Imports the documents, trying again for a while with those that were refused: the entities
 * they speak of may not be in the catalog yet.
 */
export async function importDemoContent(options: {
  documents: Document[];
  importOne: (document: Document) => Promise<ImportResult>;
  wait: (milliseconds: number) => Promise<void>;
  logger: LoggerService;
}): Promise<void> {
  const { documents, importOne, wait, logger } = options;
  let pending = documents;
  let created = 0;
  let refusals: string[] = [];

  async function importPending() {
    const refused: Document[] = [];
    refusals = [];
    for (const document of pending) {
      try {
        const result = await importOne(document);
        if (result.created) created += 1;
      } catch (error) {
        refused.push(document);
        refusals.push(`${document.importKey}: ${error}`);
      }
    }
    pending = refused;
  }

  await importPending();
  for (const milliseconds of WAITS_MS) {
    if (pending.length === 0) break;
    await wait(milliseconds);
    await importPending();
  }

  for (const refusal of refusals) {
    logger.warn(`Demo content: not imported: ${refusal}`);
  }
  logger.info(
    `Demo content: ${
      documents.length - pending.length
    } postmortems, ${created} new`,
  );
}
