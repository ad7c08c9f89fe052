import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventParams } from '@backstage/plugin-events-node';
import { postmortemEventSchema } from 'backstage-plugin-postmortems-common';
import type { PostmortemEvent } from 'backstage-plugin-postmortems-common';

/** Time between attempts while the index is being built, in milliseconds. */
const RETRY_MS = 5_000;

export interface ReindexingOptions {
  /** Starts building the index. Fails with `ConflictError` while it is already running. */
  trigger: () => Promise<void>;
  /** Waits, and fails when the backend shuts down. */
  wait: (milliseconds: number) => Promise<unknown>;
  logger: LoggerService;
}

/**
 * Rebuilds the index when text must disappear from it: when a postmortem becomes restricted, or is
 * redacted or deleted. Otherwise, the text would be found until the next scheduled run.
 */
export class Reindexing {
  readonly #options: ReindexingOptions;
  #isRequested = false;
  #isRunning = false;

  constructor(options: ReindexingOptions) {
    this.#options = options;
  }

  /** Returns at once, because publishers wait for their subscribers. */
  async onEvent({ eventPayload }: EventParams): Promise<void> {
    const event = postmortemEventSchema.safeParse(eventPayload);
    if (!event.success || !removesText(event.data)) return;
    this.#isRequested = true;
    if (!this.#isRunning) void this.#run();
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    try {
      while (this.#isRequested) {
        this.#isRequested = false;
        await this.#start();
      }
    } catch (error) {
      this.#options.logger.warn(
        'Could not start indexing postmortems. Removed text can be found until the next scheduled run',
        { cause: String(error) },
      );
    } finally {
      this.#isRunning = false;
    }
  }

  async #start(): Promise<void> {
    const { trigger, wait } = this.#options;
    for (;;) {
      try {
        await trigger();
        return;
      } catch (error) {
        // The running task may have read the text already, so another run must follow.
        if ((error as Error).name !== 'ConflictError') throw error;
      }
      await wait(RETRY_MS);
    }
  }
}

function removesText({ action, field, visibility }: PostmortemEvent): boolean {
  if (action === 'deleted' || action === 'redacted') return true;
  return visibility === 'restricted' && field === 'visibility';
}
