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

import { CustomErrorBase } from '@backstage/errors';

/**
 * The tracker did not answer, could not, or wants fewer requests: trying again can help.
 *
 * @public
 */
export class TrackerUnavailableError extends CustomErrorBase {
  name = 'TrackerUnavailableError' as const;
  /** How long the tracker asks not to be asked, by anyone and about anything. */
  readonly retryAfterSeconds?: number;

  constructor(
    message: string,
    options: { retryAfterSeconds?: number; cause?: unknown } = {},
  ) {
    super(message, options.cause);
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

/**
 * The ticket is not there, or not any more.
 *
 * @public
 */
export class TicketNotFoundError extends CustomErrorBase {
  name = 'TicketNotFoundError' as const;
}

/**
 * The tracker says no and will until somebody changes something: the credentials do not reach
 * the project, a field is required that nobody fills in, there is no transition that closes.
 *
 * @public
 */
export class TicketRefusedError extends CustomErrorBase {
  name = 'TicketRefusedError' as const;
}
