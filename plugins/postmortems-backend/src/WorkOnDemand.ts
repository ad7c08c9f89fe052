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

/**
 * Work that can be asked for at any time. It runs once at a time; asked for while it runs, it
 * runs once more afterwards.
 */
export class WorkOnDemand {
  readonly #work: (signal: AbortSignal) => Promise<void>;
  readonly #stopping = new AbortController();
  #running?: Promise<void>;
  #asked = false;

  /**
   * @param work - must not throw, and should end early once the signal aborts
   */
  constructor(work: (signal: AbortSignal) => Promise<void>) {
    this.#work = work;
  }

  /** Aborts when no more work is to begin. */
  get signal(): AbortSignal {
    return this.#stopping.signal;
  }

  /** Begins the work, or lets it run once more. */
  ask(): void {
    if (this.signal.aborted) return;
    this.#asked = true;
    this.#running ??= this.#runWhileAsked();
  }

  /** The same, and waits for the end. */
  async askAndWait(): Promise<void> {
    this.ask();
    await this.#running;
  }

  /** Finishes what was begun and begins nothing more. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  async #runWhileAsked(): Promise<void> {
    while (this.#asked && !this.signal.aborted) {
      this.#asked = false;
      await this.#work(this.signal);
    }
    // In the same step as the last look at what was asked, so that nothing is asked in between.
    this.#running = undefined;
  }
}
