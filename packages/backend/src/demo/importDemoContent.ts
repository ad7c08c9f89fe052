import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ImportResult } from 'backstage-plugin-postmortems-common';
import type { DemoPostmortem } from './demoPostmortem';

type Document = DemoPostmortem['postmortem'];

/**
 * Pauses after failed imports, in milliseconds. An import fails until its entities are in the
 * catalog, which usually takes a few seconds. The pauses add up to about two minutes.
 */
const WAITS_MS = [1_000, 2_000, 4_000, ...Array<number>(23).fill(5_000)];

/**
 * Imports documents oldest first, so that ids are in date order. Logs and skips those that still
 * fail after all retries.
 *
 * @returns the ids by import key
 */
export async function importDemoContent(options: {
  documents: Document[];
  importOne: (document: Document) => Promise<ImportResult>;
  wait: (milliseconds: number) => Promise<void>;
  logger: LoggerService;
}): Promise<Map<string, string>> {
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
          logger.warn(
            `Demo content: importing ${document.importKey} failed: ${error}`,
          );
          return undefined;
        }
        await wait(pause);
      }
    }
  }

  const ids = new Map<string, string>();
  let created = 0;
  for (const document of documents) {
    const result = await importPatiently(document);
    if (!result) continue;
    ids.set(document.importKey, result.id);
    if (result.created) created++;
  }
  logger.info(
    `Demo content: ${ids.size} postmortems ready, ${created} created`,
  );
  return ids;
}
