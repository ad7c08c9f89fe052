/**
 * Runs work on request, one run at a time. A request during a run causes one more run afterwards.
 */
export class WorkOnDemand {
  readonly #work: (signal: AbortSignal) => Promise<void>;
  readonly #stopping = new AbortController();
  #running?: Promise<void>;
  #asked = false;

  /** @param work - must not throw, and should stop early when the signal aborts */
  constructor(work: (signal: AbortSignal) => Promise<void>) {
    this.#work = work;
  }

  /** Aborts when no more work should start. */
  get signal(): AbortSignal {
    return this.#stopping.signal;
  }

  /** Starts a run, or queues one more. */
  ask(): void {
    if (this.signal.aborted) return;
    this.#asked = true;
    this.#running ??= this.#runWhileAsked();
  }

  /** Like `ask`, and waits for the run to end. */
  async askAndWait(): Promise<void> {
    this.ask();
    await this.#running;
  }

  /** Finishes the current run and starts no more. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  async #runWhileAsked(): Promise<void> {
    while (this.#asked && !this.signal.aborted) {
      this.#asked = false;
      await this.#work(this.signal);
    }
    // Reset in the same tick as the last check, so that no request is lost.
    this.#running = undefined;
  }
}
