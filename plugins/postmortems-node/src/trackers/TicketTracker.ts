import type {
  ActionItem,
  Postmortem,
  TicketStatus,
} from 'backstage-plugin-postmortems-common';

/**
 * A system with tickets for action items. A module implements this and adds it to {@link
 * postmortemsTrackersExtensionPoint}. The backend decides when to call, keeps the queue and
 * retries.
 *
 * Requirements:
 * - Any instance can repeat a call without harm.
 * - A failed call throws one of three errors, with a readable message that contains no secrets:
 *   {@link TrackerUnavailableError} if a retry can help, {@link TicketNotFoundError} if the ticket
 *   is gone, {@link TicketRefusedError} for any other refusal.
 * - A call ends when its signal aborts.
 *
 * Test it with `describeTicketTracker` of `backstage-plugin-postmortems-node/testUtils`.
 *
 * @public
 */
export interface TicketTracker {
  /** The id in annotations, configuration and URLs: `github`. */
  readonly id: string;

  /** The display name: `GitHub Issues`. */
  readonly title: string;

  /**
   * Creates a ticket. The idempotency key must be stored in the same call, so that {@link
   * TicketTracker.findByIdempotencyKey} finds the ticket.
   */
  create(
    request: CreateTicketRequest,
    options: TrackerCallOptions,
  ): Promise<TicketState>;

  /**
   * Finds a ticket created by an earlier call, open or closed. Called if an attempt ended without a
   * response; the ticket is created again only if none is found. The search must find a ticket at
   * the latest 30 seconds after its creation.
   */
  findByIdempotencyKey(
    request: FindTicketRequest,
    options: TrackerCallOptions,
  ): Promise<TicketState | undefined>;

  /** Loads the state of a ticket. */
  fetch(key: string, options: TrackerCallOptions): Promise<TicketState>;

  /**
   * Closes or reopens a ticket. No effect if it already has that status. `declined` means closed
   * without being done, if the tracker supports that.
   */
  setStatus(
    key: string,
    wanted: Pick<TicketState, 'status' | 'declined'>,
    options: TrackerCallOptions,
  ): Promise<TicketState>;

  /**
   * The ticket key in a URL; undefined if it is not a ticket URL of this tracker. Checks only the
   * form, not whether the ticket exists.
   */
  parseUrl(url: string): string | undefined;

  /**
   * The keys of the tickets in a webhook. The state of the tickets is fetched afterwards, so
   * webhooks can arrive in any order. Omitted if the tracker has no webhooks or no secret to verify
   * them.
   *
   * @throws AuthenticationError of `@backstage/errors` if the signature is missing or wrong
   * @throws InputError if the webhook is signed but cannot be read
   */
  parseWebhook?(request: TrackerWebhook): Promise<string[]>;
}

/**
 * The state of a ticket in its tracker.
 *
 * @public
 */
export interface TicketState {
  /** The tracker's key, in the form that all calls use: `acme/shop#12`, `OPS-7`. */
  key: string;
  /** URL of the ticket. */
  url: string;
  status: TicketStatus;
  /** The tracker's own status name, if it has more than two statuses. */
  statusName?: string;
  /** Whether it was closed without being done: `not planned`, `Won't Do`. */
  declined?: boolean;
}

/**
 * The ticket to create.
 *
 * @public
 */
export interface CreateTicketRequest {
  /** The project, as the tracker names it: `acme/shop`, `OPS`. */
  project: string;
  /** Unique per action item. Letters, digits and dashes, at most 64. */
  idempotencyKey: string;
  actionItem: Pick<
    ActionItem,
    'id' | 'title' | 'description' | 'kind' | 'priority' | 'ownerRef' | 'dueAt'
  > & {
    /** The calendar day of `dueAt` in the time zone of the postmortem: `2026-03-17`. */
    dueOn?: string;
  };
  postmortem: Pick<Postmortem, 'id' | 'title'> & {
    /** URL in the portal. */
    url: string;
  };
}

/**
 * The ticket to find.
 *
 * @public
 */
export interface FindTicketRequest {
  project: string;
  idempotencyKey: string;
  /** The earliest time at which the ticket can have been created. */
  since: Date;
}

/**
 * Options of every call.
 *
 * @public
 */
export interface TrackerCallOptions {
  /** Aborts at a timeout. */
  signal: AbortSignal;
}

/**
 * An unauthenticated request at `POST /ticket-trackers/:tracker`.
 *
 * @public
 */
export interface TrackerWebhook {
  /** Headers by lowercase name. */
  headers: Record<string, string | string[] | undefined>;
  /** The raw bytes, for verifying the signature. */
  body: Buffer;
}
