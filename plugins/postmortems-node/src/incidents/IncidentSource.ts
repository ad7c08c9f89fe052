import type { IncidentChange } from './IncidentChange';

/**
 * A tool in which incidents are declared. A module implements this and adds it to {@link
 * postmortemsIncidentSourcesExtensionPoint}. The backend stores each delivery before it responds,
 * then applies it, with retries, and keeps failed ones for operators.
 *
 * Requirements:
 * - {@link IncidentSource.verify} uses only the request and the configuration, and returns quickly,
 *   because the sender waits.
 * - {@link IncidentSource.parse} can be called again for the same delivery, by any instance, and
 *   returns the same changes with the same keys.
 * - The source handles all quirks of the tool; the backend only sees changes.
 *
 * Test it with `describeIncidentSource` from `backstage-plugin-postmortems-node/testUtils`.
 *
 * @public
 */
export interface IncidentSource {
  /** The id in configuration and URLs: `pagerduty`. */
  readonly id: string;

  /** The display name: `PagerDuty`. */
  readonly title: string;

  /**
   * Annotations that link entities to this source's services, by {@link SourceService.id}, one of
   * the `otherIds`, or name. Several values are separated by commas.
   */
  readonly annotations: string[];

  /**
   * The setting in the tool that limits the size of deliveries, such as `max_alerts`. Suggested to
   * operators when deliveries are too large.
   */
  readonly sizeSetting?: string;

  /**
   * Verifies that a request comes from the source: over the raw bytes, in constant time, with any
   * of the configured secrets (for rotation). If the signature includes a time, rejects an old one.
   *
   * @throws AuthenticationError from `@backstage/errors`, always with the same message
   */
  verify(request: SourceRequest): VerifiedDelivery;

  /**
   * Converts a delivery to changes, which can be for several incidents. Returns none if the
   * delivery is irrelevant.
   *
   * @throws InputError from `@backstage/errors` if the delivery can never be read; any other error
   * causes a retry
   */
  parse(
    delivery: SourceDelivery,
    context: ParseContext,
  ): Promise<ParsedDelivery>;

  /**
   * Loads past incidents page by page, with all changes to an incident on one page. Omit if the
   * source doesn't support this or has no credentials.
   */
  backfill?(request: BackfillRequest): AsyncIterable<IncidentChange[]>;
}

/**
 * An unauthenticated request at `POST /incident-sources/:source`.
 *
 * @public
 */
export interface SourceRequest {
  /** Headers by lowercase name. */
  headers: Record<string, string | string[] | undefined>;
  /** The raw bytes, for verifying the signature. */
  body: Buffer;
}

/**
 * A verified delivery.
 *
 * @public
 */
export interface VerifiedDelivery {
  /**
   * The source's id for the delivery, stable across retries; at most 200 characters. If undefined,
   * equal bodies count as the same delivery.
   */
  id?: string;
}

/**
 * A stored delivery.
 *
 * @public
 */
export interface SourceDelivery {
  /** From {@link IncidentSource.verify}. */
  id?: string;
  body: Buffer;
  receivedAt: Date;
}

/**
 * Context for parsing a delivery.
 *
 * @public
 */
export interface ParseContext {
  /** Aborts after a timeout. */
  signal: AbortSignal;
  /**
   * The latest incidents declared with a {@link DeclaredChange.group}, newest first, for sources
   * that report recurring alerts rather than single incidents.
   */
  incidentsOf(group: string): Promise<GroupIncident[]>;
  /**
   * The severity id for a name that this source uses: a configured mapping, or itself an id or
   * alias (case-insensitive). Undefined if unmapped.
   */
  severityOf(word: string): string | undefined;
}

/**
 * An incident in a group. Times are ISO 8601 in UTC.
 *
 * @public
 */
export interface GroupIncident {
  /** The incident's key in the source. */
  incident: string;
  declaredAt: string;
  /** When the incident last changed, ignoring notes. */
  lastChangeAt: string;
  /** When the incident was resolved, according to the source. */
  resolvedAt?: string;
  /** When the incident was resolved, according to a person who edited its postmortem. */
  enteredResolvedAt?: string;
}

/**
 * The content of a delivery.
 *
 * @public
 */
export interface ParsedDelivery {
  /** The source's name for this kind of delivery. Shown for ignored deliveries. */
  type: string;
  /** Empty if the delivery is ignored. */
  changes: IncidentChange[];
}

/**
 * A backfill request.
 *
 * @public
 */
export interface BackfillRequest {
  /** Load only incidents declared after this time. */
  since: Date;
  /** Aborts when the backend stops. The backfill then starts again later. */
  signal: AbortSignal;
}
