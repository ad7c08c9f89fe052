import type {
  DescribedChange,
  IncidentChange,
  SourceService,
  TimesChanged,
} from './IncidentChange';
import { DEFAULT_COMMANDER_ROLES, chooseCommander } from './commander';
import type { SourceParticipant } from './commander';
import { keyed, type UnkeyedChange } from './reading';

/**
 * An incident's state at a time, for tools whose webhooks send state rather than events.
 *
 * @public
 */
export interface IncidentSnapshot {
  /** The incident's key in the source. */
  incident: string;
  /** When this state was current. */
  at: string;
  declaredAt: string;
  /** See {@link DeclaredChange.group}. */
  group?: string;
  description: Omit<DescribedChange, 'kind'>;
  /** As named by the source. */
  severity?: string;
  /** Omitted if the source does not report times. */
  times?: Omit<TimesChanged, 'kind'>;
  services: SourceService[];
  people: SourceParticipant[];
  /** Set if the incident was a false alarm. */
  cancelled?: { at: string; reason?: string };
  /** The key, in the source, of the incident that this one was merged into. */
  mergedInto?: string;
}

/**
 * Converts a snapshot to changes at its time. Snapshots can arrive in any order; the latest state
 * counts.
 *
 * @param options - `commanderRoles` as returned by `readCommanderRoles`
 * @public
 */
export function changesOfSnapshot(
  snapshot: IncidentSnapshot,
  {
    commanderRoles = DEFAULT_COMMANDER_ROLES,
  }: { commanderRoles?: string[] } = {},
): IncidentChange[] {
  const { incident, at, declaredAt, group, cancelled, mergedInto } = snapshot;
  const changes: UnkeyedChange[] = [
    { kind: 'declared', incident, at: declaredAt, group },
    { kind: 'described', incident, at, ...snapshot.description },
    {
      kind: 'severity-changed',
      incident,
      at,
      severity: snapshot.severity,
    },
    { kind: 'services-changed', incident, at, services: snapshot.services },
    ...chooseCommander(
      snapshot.people.filter(({ person }) => person.email || person.name),
      commanderRoles,
    ).map(({ person, role, commander }) => ({
      kind: 'person-assigned' as const,
      incident,
      at,
      person,
      role,
      commander,
    })),
  ];
  if (snapshot.times) {
    changes.push({ kind: 'times-changed', incident, at, ...snapshot.times });
  }
  if (cancelled) changes.push({ kind: 'cancelled', incident, ...cancelled });
  if (mergedInto) {
    changes.push({ kind: 'merged', incident, at, into: mergedInto });
  }
  return changes.map(keyed);
}
