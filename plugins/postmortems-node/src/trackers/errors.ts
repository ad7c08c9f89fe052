import { CustomErrorBase } from '@backstage/errors';

/**
 * The tracker is unreachable, failing or rate limited. A retry can help.
 *
 * @public
 */
export class TrackerUnavailableError extends CustomErrorBase {
  name = 'TrackerUnavailableError' as const;
  /** How long the tracker asks clients to pause all requests, in seconds. */
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
 * The ticket doesn't exist, or no longer exists.
 *
 * @public
 */
export class TicketNotFoundError extends CustomErrorBase {
  name = 'TicketNotFoundError' as const;
}

/**
 * The tracker refused a call, and will refuse it again until someone changes a setting: the account
 * has no access to the project, a required field has no value, or no transition closes the ticket.
 *
 * @public
 */
export class TicketRefusedError extends CustomErrorBase {
  name = 'TicketRefusedError' as const;
}
