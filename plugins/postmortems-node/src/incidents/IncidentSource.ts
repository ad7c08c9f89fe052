import type { IncidentChange } from './IncidentChange';

/**
 * A tool in which incidents are declared. A module implements this and adds it to {@link
 * postmortemsIncidentSourcesExtensionPoint}. The backend stores deliveries before responding,
 * applies them, retries, and keeps failed ones for operators.
 *
 * Requirements:
 * - {@link IncidentSource.verify} uses only the request and the configuration, and returns quickly,
 *   because the sender waits.
 * - {@link IncidentSource.parse} can be called again for the same delivery, by any instance, and
 *   returns the same changes with the same keys.
 * - The source handles all quirks of the tool; the backend sees only changes.
 *
 * Test it with `describeIncidentSource` of `backstage-plugin-postmortems-node/testUtils`.
 *
 * @public
 */
export interface IncidentSource {
  /** The id in configuration and URLs: `pagerduty`. */
  readonly id: string;

  /** The display name: `PagerDuty`. */
  readonly title: string;

  /**
   * Annotations with which entities refer to services of this source: by {@link SourceService.id},
   * one of the `otherIds`, or name. Several values are separated by commas.
   */
  readonly annotations: string[];

  /**
   * The setting of the tool that limits the size of deliveries, such as `max_alerts`. Suggested to
   * operators when deliveries are too large.
   */
  readonly sizeSetting?: string;

  /**
   * Verifies that a request comes from the source: over the raw bytes, in constant time, with any
   * configured secret (for rotation). If the scheme signs a time, an old one is rejected.
   *
   * @throws AuthenticationError of `@backstage/errors`, always with the same message
   */
  verify(request: SourceRequest): VerifiedDelivery;

  /**
   * Converts a delivery to changes of any number of incidents; none if it is irrelevant.
   *
   * @throws InputError of `@backstage/errors` if the delivery can never be read; any other error
   *   causes a retry
   */
  parse(
    delivery: SourceDelivery,
    context: ParseContext,
  ): Promise<ParsedDelivery>;

  /**
   * Loads past incidents page by page, with all changes of an incident on one page. Omitted if the
   * source does not support this or lacks credentials.
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
   * The source's id of the delivery, stable across retries; at most 200 characters. If undefined,
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
  /** Aborts at a timeout. */
  signal: AbortSignal;
  /**
   * The latest incidents declared with a {@link DeclaredChange.group}, newest first, for sources
   * that report recurring alerts rather than single incidents.
   */
  incidentsOf(group: string): Promise<GroupIncident[]>;
  /**
   * The severity id for a severity name of this source, which is configured or is itself an id or
   * alias (case-insensitive). Undefined if it is unmapped.
   */
  severityOf(word: string): string | undefined;
}

/**
 * An incident of a group. Times are ISO 8601 in UTC.
 *
 * @public
 */
export interface GroupIncident {
  /** The source's key of the incident. */
  incident: string;
  /** When the incident was declared. */
  declaredAt: string;
  /** When the incident last changed, apart from notes. */
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
  /** The source's name for this kind of delivery, shown for ignored ones. */
  type: string;
  /** Empty if ignored. */
  changes: IncidentChange[];
}

/**
 * A backfill request.
 *
 * @public
 */
export interface BackfillRequest {
  /** Load only incidents declared since this time. */
  since: Date;
  /** Aborts when the backend stops. The backfill then restarts later. */
  signal: AbortSignal;
}
