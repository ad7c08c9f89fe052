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

import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import { People } from '../catalog/People';
import type { ReminderRules } from '../reminders';
import type { ServiceContext } from '../service/ServiceContext';
import { DigestMaker } from './DigestMaker';
import { MessageSender } from './MessageSender';
import { WorkOnDemand } from '../WorkOnDemand';
import { ReminderPlanner } from './ReminderPlanner';

/** What the messenger works with. */
export interface MessengerOptions {
  ctx: ServiceContext;
  rules: ReminderRules;
  auth: AuthService;
  notifications: NotificationService;
  logger: LoggerService;
}

/**
 * Tells people what they are to know. What is to be told is in the database, every step is one
 * transaction there, and each can be taken by any instance: one that dies leaves nothing untold,
 * and two tell nothing twice.
 */
export class Messenger {
  readonly #options: MessengerOptions;
  readonly #planner: ReminderPlanner;
  readonly #digests: DigestMaker;
  readonly #sender: MessageSender;
  readonly #sending = new WorkOnDemand(signal => this.#send(signal));
  readonly #reminding = new WorkOnDemand(signal => this.#remind(signal));

  constructor(options: MessengerOptions) {
    this.#options = options;
    this.#planner = new ReminderPlanner(options);
    this.#digests = new DigestMaker(options);
    this.#sender = new MessageSender(options);
  }

  /** Begins to send what was just decided on, unless that is being done already. Never throws. */
  nudge(): void {
    this.#sending.ask();
  }

  /** Decides what is due, makes the digests of the day, and sends. Never throws. */
  remind(): Promise<void> {
    return this.#reminding.askAndWait();
  }

  /** Finishes what was begun and begins nothing more. */
  async stop(): Promise<void> {
    await Promise.all([this.#sending.stop(), this.#reminding.stop()]);
  }

  async #remind(signal: AbortSignal): Promise<void> {
    const people = this.#people();
    await this.#attempt(() => this.#planner.planDue(people, signal));
    await this.#attempt(() => this.#digests.makeDue(signal));
    await this.#attempt(() => this.#sender.sendDue(people, signal));
  }

  #send(signal: AbortSignal): Promise<void> {
    return this.#attempt(() => this.#sender.sendDue(this.#people(), signal));
  }

  #people(): People {
    return new People(this.#options.ctx.linking, this.#options.auth);
  }

  async #attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#options.logger.warn(
        `People could not be told; it will be tried again: ${stringifyError(
          error,
        )}`,
      );
    }
  }
}
