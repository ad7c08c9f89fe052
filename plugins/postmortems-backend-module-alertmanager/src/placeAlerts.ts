import type { GroupIncident } from 'backstage-plugin-postmortems-node';
import { isFiring, type Alert } from './payload';

/** An incident, with the alerts in a notification that belong to it. */
export interface PlacedIncident {
  /**
   * Derived from the group and the incident's start, so that parsing again results in the same id.
   */
  id: string;
  startedAt: string;
  alerts: Alert[];
  /** The group's previous incident, if its end was never reported. */
  lost?: string;
}

/** An incident during the parsing of a notification. Times are in milliseconds. */
interface Candidate {
  id: string;
  startedAt: number;
  /** The latest time at which the incident is known to have been firing. */
  lastFiredAt: number;
  /** When the incident was resolved; undefined if unknown. */
  end?: number;
  endIsBy?: 'source' | 'person';
  /** The alerts in this notification that belong to the incident. */
  alerts: Alert[];
}

/**
 * Assigns each alert in a notification to one of its group's incidents. An incident is over once
 * the group has been quiet for `newAfterMs` after the resolution or, if none was reported, after
 * the last alert; see docs/incident-sources/alertmanager.md.
 *
 * @param options - `known` are the group's latest incidents, in any order
 */
export function placeAlerts(options: {
  alerts: Alert[];
  group: string;
  known: GroupIncident[];
  receivedAt: Date;
  newAfterMs: number;
}): PlacedIncident[] {
  const { alerts, group, known, receivedAt, newAfterMs } = options;
  const candidates = known.map(toCandidate);
  const add = (startedAt: number): Candidate => {
    const added: Candidate = {
      id: `${toIso(startedAt)}/${group}`,
      startedAt,
      lastFiredAt: startedAt,
      alerts: [],
    };
    candidates.push(added);
    return added;
  };
  const find = (time: number) =>
    newest(candidates.filter(each => each.startedAt <= time));
  const findNext = (time: number, startedAt: number) =>
    oldest(
      candidates.filter(
        each =>
          each.startedAt > time && each.startedAt - newAfterMs <= startedAt,
      ),
    );
  const overAt = (each: Candidate) =>
    (each.end ?? each.lastFiredAt) + newAfterMs;

  // Handle ended alerts first, because their end decides whether firing alerts reopen the incident.
  for (const alert of inOrder(alerts.filter(each => !isFiring(each)))) {
    const start = Date.parse(alert.startsAt);
    const end = Math.max(start, Date.parse(alert.endsAt ?? alert.startsAt));
    const before = find(end);
    const incident =
      (before && start <= overAt(before) ? before : findNext(end, end)) ??
      add(start);
    incident.alerts.push(alert);
    incident.lastFiredAt = Math.max(incident.lastFiredAt, end);
    // An end entered by a person takes precedence over later reports.
    if (incident.endIsBy !== 'person') {
      incident.end = incident.lastFiredAt;
      incident.endIsBy = 'source';
    }
  }

  const firing = inOrder(alerts.filter(isFiring));
  if (firing.length > 0) {
    const starts = firing.map(({ startsAt }) => Date.parse(startsAt));
    const now = Math.max(receivedAt.getTime(), ...starts);
    const incident = placeFiring({ starts, now, overAt, find, findNext, add });
    // Ended alerts that overlap the incident belong to it, so that parsing again gives the same
    // result.
    const isPart = ({ startsAt, endsAt }: Alert) =>
      Date.parse(endsAt ?? startsAt) >= incident.startedAt;
    for (const each of candidates.filter(other => other !== incident)) {
      incident.alerts.push(...each.alerts.filter(isPart));
      each.alerts = each.alerts.filter(alert => !isPart(alert));
    }
    incident.alerts.push(...firing);
  }

  return candidates
    .filter(each => each.alerts.length > 0)
    .map(each => {
      const before = newest(
        candidates.filter(other => other.startedAt < each.startedAt),
      );
      return {
        id: each.id,
        startedAt: toIso(each.startedAt),
        alerts: inOrder(each.alerts),
        lost: before && before.end === undefined ? before.id : undefined,
      };
    });
}

/** Finds the incident to which all firing alerts in the notification belong. */
function placeFiring(options: {
  starts: number[];
  now: number;
  overAt(incident: Candidate): number;
  find(time: number): Candidate | undefined;
  findNext(time: number, startedAt: number): Candidate | undefined;
  add(startedAt: number): Candidate;
}): Candidate {
  const { starts, now, overAt, find, findNext, add } = options;
  const latest = find(now);
  if (!latest) return findNext(now, starts[0]) ?? add(starts[0]);

  const { startedAt, end, endIsBy } = latest;
  const over = overAt(latest);
  const endedJustNow = endIsBy === 'source' && latest.alerts.length > 0;
  const goesOn = starts.some(
    start =>
      start <= over &&
      (end === undefined || endedJustNow ? start >= startedAt : start > end),
  );
  const later = starts.find(start => start > over);
  // Alerts that simply keep firing don't undo an end entered by a person.
  const isOver = endIsBy === 'person' && later !== undefined;
  if (goesOn && !isOver) return latest;
  if (later !== undefined) return findNext(now, later) ?? add(later);
  // Every firing alert started before the incident or its end: it was muted until now, or it kept
  // firing after a person entered the end.
  return endIsBy === 'source' && !endedJustNow && now > over
    ? add(now)
    : latest;
}

function toCandidate(known: GroupIncident): Candidate {
  const { incident, declaredAt, lastChangeAt } = known;
  const { enteredResolvedAt, resolvedAt } = known;
  const end = enteredResolvedAt ?? resolvedAt;
  return {
    id: incident,
    startedAt: Date.parse(declaredAt),
    lastFiredAt: Date.parse(lastChangeAt),
    ...(end !== undefined && {
      end: Date.parse(end),
      endIsBy: enteredResolvedAt ? 'person' : 'source',
    }),
    alerts: [],
  };
}

function newest(candidates: Candidate[]): Candidate | undefined {
  return candidates.reduce<Candidate | undefined>(
    (best, each) => (best && best.startedAt >= each.startedAt ? best : each),
    undefined,
  );
}

function oldest(candidates: Candidate[]): Candidate | undefined {
  return candidates.reduce<Candidate | undefined>(
    (best, each) => (best && best.startedAt <= each.startedAt ? best : each),
    undefined,
  );
}

function inOrder(alerts: Alert[]): Alert[] {
  return [...alerts].sort(
    (a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt),
  );
}

function toIso(time: number): string {
  return new Date(time).toISOString();
}
