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
 * - It is safe for any instance to repeat a call.
 * - A failed call throws one of three errors, with a readable message that contains no secrets:
 *   {@link TrackerUnavailableError} if a retry can help, {@link TicketNotFoundError} if the ticket
 *   is gone, {@link TicketRefusedError} for any other refusal.
 * - A call ends when its signal aborts.
 *
 * Test it with `describeTicketTracker` from `backstage-plugin-postmortems-node/testUtils`.
 *
 * @public
 */
export interface TicketTracker {
  /** The id in annotations, configuration and URLs: `github`. */
  readonly id: string;

  /** The display name: `GitHub Issues`. */
  readonly title: string;

  /**
   * Creates a ticket. The same call must store the idempotency key, so that {@link
   * TicketTracker.findByIdempotencyKey} finds the ticket.
   */
  create(
    request: CreateTicketRequest,
    options: TrackerCallOptions,
  ): Promise<TicketState>;

  /**
   * Finds a ticket that an earlier call created, open or closed. Called if an attempt ended without
   * a response; the ticket is created again only if none is found. The search must find a ticket
   * within 30 seconds of its creation.
   */
  findByIdempotencyKey(
    request: FindTicketRequest,
    options: TrackerCallOptions,
  ): Promise<TicketState | undefined>;

  /** Loads a ticket's state. */
  fetch(key: string, options: TrackerCallOptions): Promise<TicketState>;

  /**
   * Closes or reopens a ticket. Does nothing if it already has that status. `declined` means closed
   * without being done, if the tracker supports that.
   */
  setStatus(
    key: string,
    wanted: Pick<TicketState, 'status' | 'declined'>,
    options: TrackerCallOptions,
  ): Promise<TicketState>;

  /**
   * Extracts the ticket key from a URL; undefined if it isn't the URL of a ticket in this tracker.
   * Only checks the form, not whether the ticket exists.
   */
  parseUrl(url: string): string | undefined;

  /**
   * The keys of the tickets that a webhook is about. Their state is fetched afterwards, so webhooks
   * can arrive in any order. Omit if the tracker has no webhooks, or no secret to verify them with.
   *
   * @throws AuthenticationError from `@backstage/errors` if the signature is missing or wrong
   * @throws InputError if the webhook is signed but can't be read
   */
  parseWebhook?(request: TrackerWebhook): Promise<string[]>;
}

/**
 * A ticket's state in its tracker.
 *
 * @public
 */
export interface TicketState {
  /** The tracker's key, in the form used in all calls: `acme/shop#12`, `OPS-7`. */
  key: string;
  /** URL of the ticket. */
  url: string;
  status: TicketStatus;
  /** The tracker's own status name, if it has more than two statuses. */
  statusName?: string;
  /** Whether the ticket was closed without being done: `not planned`, `Won't Do`. */
  declined?: boolean;
}

/**
 * The ticket to create.
 *
 * @public
 */
export interface CreateTicketRequest {
  /** The project's name in the tracker: `acme/shop`, `OPS`. */
  project: string;
  /** Unique per action item. Letters, digits and dashes, at most 64. */
  idempotencyKey: string;
  actionItem: Pick<
    ActionItem,
    'id' | 'title' | 'description' | 'kind' | 'priority' | 'ownerRef' | 'dueAt'
  > & {
    /** The calendar date of `dueAt` in the postmortem's time zone: `2026-03-17`. */
    dueOn?: string;
  };
  postmortem: Pick<Postmortem, 'id' | 'title'> & {
    /** The action item's URL in the portal. */
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
  /** The earliest time at which the ticket may have been created. */
  since: Date;
}

/**
 * Options for every call.
 *
 * @public
 */
export interface TrackerCallOptions {
  /** Aborts after a timeout. */
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
