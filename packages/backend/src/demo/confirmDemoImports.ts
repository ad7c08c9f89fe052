import type { LoggerService } from '@backstage/backend-plugin-api';
import { LIMITS } from 'backstage-plugin-postmortems-common';
import type {
  ConfirmImports,
  ConfirmImportsResult,
} from 'backstage-plugin-postmortems-common';

const REASON = 'Compared with the public report';

/** Pauses after failed attempts to connect or sign in, in milliseconds. */
const WAITS_MS = [1_000, 2_000, 4_000, ...Array<number>(10).fill(5_000)];

/**
 * Confirms the claims of the demo imports, so that the demo's rates look like those in a portal in
 * use. Skips imports without claims and those already confirmed.
 *
 * @param options - `confirm`: sends the confirmation as someone who isn't involved in the
 *   postmortems
 */
export async function confirmDemoImports(options: {
  ids: string[];
  confirm: (body: ConfirmImports) => Promise<ConfirmImportsResult>;
  wait: (milliseconds: number) => Promise<void>;
  logger: LoggerService;
}): Promise<void> {
  const { ids, confirm, wait, logger } = options;
  const waits = [...WAITS_MS];

  async function confirmPatiently(body: ConfirmImports) {
    for (;;) {
      try {
        return await confirm(body);
      } catch (error) {
        const pause = waits.shift();
        if (pause === undefined) {
          logger.warn(`Demo content: confirming the imports failed: ${error}`);
          return { results: [] };
        }
        await wait(pause);
      }
    }
  }

  let confirmed = 0;
  for (let from = 0; from < ids.length; from += LIMITS.pageSize) {
    const items = ids.slice(from, from + LIMITS.pageSize).map(id => ({ id }));
    const { results } = await confirmPatiently({ items, reason: REASON });
    confirmed += results.filter(({ postmortem }) => postmortem).length;
    for (const { id, error } of results) {
      if (error) logger.debug(`Demo content: ${id}: ${error.message}`);
    }
  }
  logger.info(`Demo content: ${confirmed} imports confirmed`);
}
