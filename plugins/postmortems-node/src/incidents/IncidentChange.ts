import type { TimelineEventKind } from 'backstage-plugin-postmortems-common';

/**
 * Something that happened to an incident, in a form common to all incident tools.
 *
 * The facts of an incident are computed from all its changes, in the order in which they happened
 * rather than arrived. A change therefore states what has been true since a time
 * (`severity-changed` to P1, `services-changed` to these). Sending one twice, late or without a
 * difference is harmless.
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
  /** The source's key of the incident; at most 200 characters. */
  incident: string;
  /**
   * Unique per change within the source; at most 300 characters. The same change always has the
   * same key, and the same key always has the same content.
   */
  key: string;
  /** When the change happened, as ISO 8601 with an offset. Not when it was sent. */
  at: string;
}

/**
 * The incident was declared at `at`.
 *
 * @public
 */
export interface DeclaredChange {
  kind: 'declared';
  /** When the incident began, if that differs from `at`. */
  startedAt?: string;
  /**
   * The key of the recurring alert, for sources that report alert groups rather than single
   * incidents; see {@link ParseContext.incidentsOf}.
   */
  group?: string;
}

/**
 * The description of the incident from then on. Omitted fields are unchanged.
 *
 * @public
 */
export interface DescribedChange {
  kind: 'described';
  title?: string;
  /** URL of the incident in its tool. */
  url?: string;
  /** All labels of the incident, such as `drill` or `env:staging`. */
  labels?: string[];
  /** Whether the incident is private in its tool. */
  private?: boolean;
  /** Whether the incident is a drill or a test, which requires no postmortem. */
  drill?: boolean;
}

/**
 * The severity of the incident from then on.
 *
 * @public
 */
export interface SeverityChanged {
  kind: 'severity-changed';
  /** As named by the source: `P1`, `Critical`. Undefined if it has none. */
  severity?: string;
}

/**
 * The affected services from then on.
 *
 * @public
 */
export interface ServicesChanged {
  kind: 'services-changed';
  /** All services, most affected first. */
  services: SourceService[];
}

/**
 * A service of the incident tool.
 *
 * @public
 */
export interface SourceService {
  /** The source's id of the service, which annotations can contain. */
  id: string;
  name?: string;
  /** Other ids for annotations, such as an integration key. */
  otherIds?: string[];
  /** The catalog entity, if the incident tool knows it. */
  entityRef?: string;
}

/**
 * All times of the incident from then on, for tools that keep them as editable fields. An omitted
 * time has not been reached, or no longer counts; without `startedAt`, the incident began when it
 * was declared.
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
 * A person has a role in the response from then on.
 *
 * @public
 */
export interface PersonAssigned {
  kind: 'person-assigned';
  person: SourcePerson;
  /** The role's name: `responder`, `scribe`. */
  role: string;
  /** Whether the role is that of the incident commander. */
  commander?: boolean;
}

/**
 * A person in the incident tool, matched with the catalog by email address.
 *
 * @public
 */
export interface SourcePerson {
  email?: string;
  name?: string;
}

/**
 * The incident reached a status. `reopened` reverts a resolution and mitigation, if any.
 *
 * @public
 */
export interface MilestoneReached {
  kind: 'acknowledged' | 'mitigated' | 'resolved' | 'reopened';
  by?: SourcePerson;
}

/**
 * The incident was cancelled as a false alarm. If a response was triggered, it can still require a
 * postmortem.
 *
 * @public
 */
export interface CancelledChange {
  kind: 'cancelled';
  /** As given by the source. */
  reason?: string;
}

/**
 * The incident was merged into another of the same source.
 *
 * @public
 */
export interface MergedChange {
  kind: 'merged';
  /** The source's key of the surviving incident. */
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
