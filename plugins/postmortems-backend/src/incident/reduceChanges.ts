import { LIMITS, truncateText } from 'backstage-plugin-postmortems-common';
import type { TimelineEventKind } from 'backstage-plugin-postmortems-common';
import type {
  IncidentChange,
  IncidentChangeKind,
  MilestoneReached,
  SourcePerson,
  SourceService,
} from 'backstage-plugin-postmortems-node';

/** A severity as named by the source, in effect from `at`. Undefined if the source reports none. */
export interface SourceSeverityChange {
  severity?: string;
  at: string;
}

export interface SourceResponder {
  person: SourcePerson;
  role: string;
}

/** A noteworthy event for the timeline. */
export interface IncidentLine {
  /** Identifies the line across updates. */
  key: string;
  at: string;
  kind: TimelineEventKind;
  text: string;
  /** Original length, if the text was cut. */
  cutFrom?: number;
}

/** An incident's current facts. Times are ISO 8601 in UTC. */
export interface IncidentState {
  title?: string;
  url?: string;
  /** The length of a URL that was left out. */
  urlTooLong?: number;
  labels: string[];
  private: boolean;
  drill: boolean;
  declaredAt?: string;
  startedAt: string;
  mitigatedAt?: string;
  resolvedAt?: string;
  cancelledAt?: string;
  severities: SourceSeverityChange[];
  services: SourceService[];
  commander?: SourcePerson;
  responders: SourceResponder[];
  mergedInto?: string;
  mergedAt?: string;
  /**
   * When the incident was acknowledged. Set for sources that report this as a field, not as an
   * event.
   */
  acknowledgedAt?: string;
  lines: IncidentLine[];
  /** When each fact got its current value, if that differs from the time in the fact itself. */
  since: Partial<Record<SinceField, string>>;
}

type SinceField =
  | 'title'
  | 'url'
  | 'private'
  | 'startedAt'
  | 'services'
  | 'commander'
  | 'responders';

/** Order for changes at the same time. */
const ORDER: IncidentChangeKind[] = [
  'declared',
  'described',
  'severity-changed',
  'services-changed',
  'times-changed',
  'person-assigned',
  'acknowledged',
  'note',
  'mitigated',
  'resolved',
  'cancelled',
  'reopened',
  'merged',
];

/** Sorts changes by when they happened, not by arrival. */
function byTime(a: IncidentChange, b: IncidentChange): number {
  return (
    compare(a.at, b.at) ||
    ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) ||
    compare(a.key, b.key)
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * Reduces the changes of an incident to its current facts.
 *
 * @param changes - unique, in any order, with times in UTC; at least one
 */
export function reduceChanges(changes: IncidentChange[]): IncidentState {
  const ordered = [...changes].sort(byTime);
  const state: IncidentState = {
    labels: [],
    private: false,
    drill: false,
    // An incident can't start later than its first change.
    startedAt: ordered[0].at,
    severities: [],
    services: [],
    responders: [],
    lines: [],
    since: { startedAt: ordered[0].at },
  };
  for (const change of ordered) apply(state, change);
  return consistent(state);
}

/** Makes the times consistent, because people may have entered times that contradict each other. */
function consistent(state: IncidentState): IncidentState {
  const { acknowledgedAt, cancelledAt, mitigatedAt } = state;
  const resolvedAt = state.resolvedAt ?? cancelledAt;
  if (acknowledgedAt) addAcknowledgement(state, acknowledgedAt);
  return {
    ...state,
    startedAt: earliest(state.startedAt, mitigatedAt, resolvedAt),
    mitigatedAt: mitigatedAt && earliest(mitigatedAt, resolvedAt),
    resolvedAt,
  };
}

function apply(state: IncidentState, change: IncidentChange): void {
  const { at, key } = change;
  switch (change.kind) {
    case 'declared':
      state.declaredAt ??= at;
      if (change.startedAt) {
        state.startedAt = change.startedAt;
        state.since.startedAt = at;
      }
      break;
    case 'described':
      describe(state, change);
      break;
    case 'severity-changed':
      if (
        state.severities.length === 0
          ? change.severity !== undefined
          : latest(state.severities) !== change.severity
      ) {
        state.severities.push({ severity: change.severity, at });
      }
      break;
    case 'services-changed':
      state.services = change.services;
      state.since.services = at;
      break;
    case 'times-changed':
      setTimes(state, change);
      break;
    case 'person-assigned':
      assign(state, change);
      break;
    case 'acknowledged':
      addAcknowledgement(state, at, change.by);
      break;
    case 'mitigated':
      if (!state.resolvedAt && !state.cancelledAt) state.mitigatedAt ??= at;
      break;
    case 'resolved':
      if (!state.cancelledAt) state.resolvedAt ??= at;
      break;
    case 'cancelled':
      state.cancelledAt ??= at;
      break;
    case 'reopened':
      reopen(state, change);
      break;
    case 'merged':
      state.mergedInto = change.into;
      state.mergedAt = at;
      break;
    default:
      addLine(state, {
        key: `note ${key}`,
        at,
        kind: change.timelineKind ?? 'note',
        text: signed(change.text, change.by),
      });
  }
}

/** A description, with the length of a URL that was too long to be stored. */
type TakenDescription = IncidentChange & { kind: 'described' } & {
  urlTooLong?: number;
};

function describe(state: IncidentState, change: TakenDescription): void {
  const { at } = change;
  if (change.title !== undefined && change.title !== state.title) {
    state.title = change.title;
    state.since.title = at;
  }
  if (change.url !== undefined && change.url !== state.url) {
    state.url = change.url;
    state.since.url = at;
  }
  if (change.url !== undefined || change.urlTooLong !== undefined) {
    state.urlTooLong = change.urlTooLong;
  }
  if (change.private !== undefined && change.private !== state.private) {
    state.private = change.private;
    state.since.private = at;
  }
  state.labels = change.labels ?? state.labels;
  state.drill = change.drill ?? state.drill;
}

function setTimes(
  state: IncidentState,
  change: IncidentChange & { kind: 'times-changed' },
): void {
  const startedAt = change.startedAt ?? state.declaredAt;
  if (startedAt && startedAt !== state.startedAt) {
    state.startedAt = startedAt;
    state.since.startedAt = change.at;
  }
  state.acknowledgedAt = change.acknowledgedAt;
  state.mitigatedAt = change.mitigatedAt;
  state.resolvedAt = change.resolvedAt;
}

function assign(
  state: IncidentState,
  change: IncidentChange & { kind: 'person-assigned' },
): void {
  const { at, person, role } = change;
  if (change.commander) {
    state.commander = person;
    state.since.commander = at;
    return;
  }
  const known = state.responders.some(
    each => each.role === role && isSamePerson(each.person, person),
  );
  if (known) return;
  state.responders.push({ person, role });
  state.since.responders = at;
}

/** Reopens a resolved incident. Does nothing if it is open. */
function reopen(
  state: IncidentState,
  { at, by }: Pick<MilestoneReached, 'by'> & { at: string },
): void {
  const { resolvedAt, mitigatedAt, cancelledAt } = state;
  if (!resolvedAt && !mitigatedAt && !cancelledAt) return;
  state.resolvedAt = undefined;
  state.mitigatedAt = undefined;
  state.cancelledAt = undefined;
  const text = `Reopened${byWhom(by)}`;
  addLine(state, { key: `reopened ${at}`, at, kind: 'note', text });
}

function addAcknowledgement(
  state: IncidentState,
  at: string,
  by?: SourcePerson,
): void {
  const key = `acknowledged ${at}`;
  // Some tools report the same thing both as an event and as a field.
  if (state.lines.some(line => line.key === key)) return;
  const text = `Acknowledged${byWhom(by)}`;
  addLine(state, { key, at, kind: 'action', text });
}

function addLine(state: IncidentState, line: IncidentLine): void {
  const full = line.text.trim();
  const text = truncateText(full, LIMITS.itemMarkdown);
  if (!text) return;
  const cutFrom = text === full ? undefined : full.length;
  state.lines.push({ ...line, text, ...(cutFrom && { cutFrom }) });
}

function byWhom(person: SourcePerson | undefined): string {
  const name = nameOf(person);
  return name ? ` by ${name}` : '';
}

function signed(text: string, person: SourcePerson | undefined): string {
  const name = nameOf(person);
  return name ? `${text}\n\n– ${name}` : text;
}

function nameOf(person: SourcePerson | undefined): string | undefined {
  return person?.name ?? person?.email;
}

function isSamePerson(a: SourcePerson, b: SourcePerson): boolean {
  return a.email || b.email
    ? a.email?.toLocaleLowerCase('en') === b.email?.toLocaleLowerCase('en')
    : a.name === b.name;
}

function latest(severities: SourceSeverityChange[]): string | undefined {
  return severities[severities.length - 1].severity;
}

function earliest(time: string, ...others: (string | undefined)[]): string {
  return others.reduce<string>(
    (first, other) => (other && other < first ? other : first),
    time,
  );
}

/** Deduplicates changes by key, keeping the earliest of each. */
export function earliestOf(
  changes: IncidentChange[],
): Map<string, IncidentChange> {
  const byKey = new Map<string, IncidentChange>();
  for (const change of changes) {
    const known = byKey.get(change.key);
    if (!known || change.at < known.at) byKey.set(change.key, change);
  }
  return byKey;
}
