import type { LoggerService } from '@backstage/backend-plugin-api';
import type { LiveContext } from './context';

/** How long typing must pause before the section's text follows, in milliseconds. */
const PAUSE_MS = 400;

/** How long the text may lag behind someone who types without a pause, in milliseconds. */
const LONGEST_LAG_MS = 3_000;

/** Updates this old were left by an instance that stopped, in milliseconds. */
const LEFT_AFTER_MS = 5_000;

/** Postmortems per run of the task. */
const BATCH = 100;

interface Waiting {
  since: number;
  timer: NodeJS.Timeout;
}

/** Makes sections follow what is typed live, once typing pauses. */
export class LiveWriter {
  readonly #ctx: LiveContext;
  readonly #logger: LoggerService;
  readonly #waiting = new Map<number, Waiting>();
  readonly #running = new Set<Promise<void>>();
  #isStopped = false;

  constructor(options: { ctx: LiveContext; logger: LoggerService }) {
    this.#ctx = options.ctx;
    this.#logger = options.logger;
  }

  /** Writes the texts of a postmortem soon. */
  schedule(postmortem: number): void {
    const earlier = this.#waiting.get(postmortem);
    clearTimeout(earlier?.timer);
    // Not the context's clock, because timers don't follow it.
    const now = Date.now();
    const since = earlier?.since ?? now;
    const wait = this.#isStopped
      ? 0
      : Math.max(0, Math.min(PAUSE_MS, since + LONGEST_LAG_MS - now));
    const timer = setTimeout(() => this.#start(postmortem), wait);
    this.#waiting.set(postmortem, { since, timer });
  }

  /** Writes updates that a stopped instance left pending. */
  async writeLeft(): Promise<void> {
    const { live, knex, clock } = this.#ctx;
    const before = new Date(clock().getTime() - LEFT_AFTER_MS);
    for (const number of await live.pendingPostmortems(knex, before, BATCH)) {
      await this.#write(number);
    }
  }

  /** Writes everything that is waiting, and waits for it. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    for (const [postmortem, { timer }] of this.#waiting) {
      clearTimeout(timer);
      this.#start(postmortem);
    }
    await Promise.all(this.#running);
  }

  #start(postmortem: number): void {
    this.#waiting.delete(postmortem);
    const run = this.#write(postmortem).finally(() =>
      this.#running.delete(run),
    );
    this.#running.add(run);
  }

  async #write(postmortem: number): Promise<void> {
    const ctx = this.#ctx;
    try {
      await ctx.knex.transaction(async tx => {
        const found = await ctx.postmortems.get(tx, postmortem, { lock: true });
        if (found) await ctx.liveTexts.write(tx, found);
      });
    } catch (error) {
      // The task tries again.
      this.#logger.warn('Writing the text of live editing failed', {
        cause: String(error),
      });
    }
  }
}
