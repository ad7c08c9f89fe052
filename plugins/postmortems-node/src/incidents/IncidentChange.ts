import type { TimelineEventKind } from 'backstage-plugin-postmortems-common';

/**
 * Something that happened to an incident, in a form common to all incident tools. An incident's
 * facts are computed from all its changes, in the order in which they happened rather than arrived.
 * Therefore a change states what is true from a time on (`severity-changed` to P1,
 * `services-changed` to a list of services). A change may be sent twice, late, or without changing
 * anything.
 *
 * @public
 */
export type IncidentChange = ChangeIdentity &
  (
    | DeclaredChange
    | DescribedChange
    | SeverityChanged
    | ServicesChanged
    | TimesChanged
    | PersonAssigned
    | MilestoneReached
    | CancelledChange
    | MergedChange
    | NotedChange
  );

/**
 * The kind of a change.
 *
 * @public
 */
export type IncidentChangeKind = IncidentChange['kind'];

/**
 * Identifies a change.
 *
 * @public
 */
export interface ChangeIdentity {
  /** The incident's key in the source; at most 200 characters. */
  incident: string;
  /**
   * Unique per change in the source; at most 300 characters. The same change always has the same
   * key, and the same key always has the same content.
   */
  key: string;
  /** When the change happened, rather than when it was sent. ISO 8601 with an offset. */
  at: string;
}

/**
 * The incident was declared at `at`.
 *
 * @public
 */
export interface DeclaredChange {
  kind: 'declared';
  /** When the incident began, if that isn't `at`. */
  startedAt?: string;
  /**
   * Key of the recurring alert, for sources that report alert groups rather than single incidents;
   * see {@link ParseContext.incidentsOf}.
   */
  group?: string;
}

/**
 * Changes the incident's description. Omitted fields stay unchanged.
 *
 * @public
 */
export interface DescribedChange {
  kind: 'described';
  title?: string;
  /** The incident's URL in its tool. */
  url?: string;
  /** All labels on the incident, such as `drill` or `env:staging`. */
  labels?: string[];
  /** Whether the incident is private in its tool. */
  private?: boolean;
  /** Whether the incident is a drill or a test, which requires no postmortem. */
  drill?: boolean;
}

/**
 * The incident's severity, as of this change.
 *
 * @public
 */
export interface SeverityChanged {
  kind: 'severity-changed';
  /** As named by the source: `P1`, `Critical`. Undefined if the incident has no severity. */
  severity?: string;
}

/**
 * The affected services, as of this change.
 *
 * @public
 */
export interface ServicesChanged {
  kind: 'services-changed';
  /** All services, most affected first. */
  services: SourceService[];
}

/**
 * A service in the incident tool.
 *
 * @public
 */
export interface SourceService {
  /** The service's id in the source, which annotations can contain. */
  id: string;
  name?: string;
  /** Other ids that annotations can contain, such as an integration key. */
  otherIds?: string[];
  /** The catalog entity, if the incident tool knows it. */
  entityRef?: string;
}

/**
 * Replaces all of the incident's times, for tools that keep them as editable fields. An omitted
 * time hasn't been reached, or no longer applies. If `startedAt` is omitted, the incident began
 * when it was declared.
 *
 * @public
 */
export interface TimesChanged {
  kind: 'times-changed';
  startedAt?: string;
  acknowledgedAt?: string;
  mitigatedAt?: string;
  resolvedAt?: string;
}

/**
 * A person's role in the response, as of this change.
 *
 * @public
 */
export interface PersonAssigned {
  kind: 'person-assigned';
  person: SourcePerson;
  /** The role's name: `responder`, `scribe`. */
  role: string;
  /** Whether it is the incident commander's role. */
  commander?: boolean;
}

/**
 * A person in the incident tool. Matched to a catalog user by email address.
 *
 * @public
 */
export interface SourcePerson {
  email?: string;
  name?: string;
}

/**
 * The incident reached a status. `reopened` reverts its resolution and mitigation, if any.
 *
 * @public
 */
export interface MilestoneReached {
  kind: 'acknowledged' | 'mitigated' | 'resolved' | 'reopened';
  by?: SourcePerson;
}

/**
 * The incident was cancelled as a false alarm. It can still require a postmortem if it triggered a
 * response.
 *
 * @public
 */
export interface CancelledChange {
  kind: 'cancelled';
  /** As given by the source. */
  reason?: string;
}

/**
 * The incident was merged into another incident from the same source.
 *
 * @public
 */
export interface MergedChange {
  kind: 'merged';
  /** The surviving incident's key in the source. */
  into: string;
}

/**
 * A noteworthy event for the timeline.
 *
 * @public
 */
export interface NotedChange {
  kind: 'note';
  /** Markdown. */
  text: string;
  /** Defaults to `note`. */
  timelineKind?: TimelineEventKind;
  by?: SourcePerson;
}
