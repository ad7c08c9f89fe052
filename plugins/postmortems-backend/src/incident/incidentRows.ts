import { truncateText } from 'backstage-plugin-postmortems-common';
import type { Knex } from 'knex';
import type { SourceService } from 'backstage-plugin-postmortems-node';
import { fromJson } from '../kernel/db/json';
import { fromDbTime } from '../kernel/db/time';
import type { DbTime } from '../kernel/db/time';
import type { IncidentOutcome, IncidentRecord } from './IncidentRecord';

/** Maximum stored length of a service or severity name used for lookups. */
export const MAX_WORD = 300;

/** A row of `incidents`. */
export interface IncidentRow {
  id: number;
  source: string;
  incident_key: string;
  group_key: string | null;
  declared_at: DbTime | null;
  changes: number;
  state: string | null;
  disposition: string;
  blocked_by: string | null;
  not_required_because: string | null;
  incomplete: boolean | number;
  title: string;
  url: string | null;
  started_at: DbTime;
  resolved_at: DbTime | null;
  governing_severity: string | null;
  visibility: string;
  merged_into: string | null;
  postmortem_id: number | null;
  theirs: string | null;
  base: string | null;
  error: string | null;
  left_out: string | null;
  attempts: number;
  due_at: DbTime | null;
  updated_at: DbTime;
}

/** Converts rows of incidents to records. Loads related rows with one query per table. */
export async function readIncidents(
  tx: Knex,
  rows: IncidentRow[],
): Promise<IncidentRecord[]> {
  const ids = rows.map(row => row.id);
  if (ids.length === 0) return [];
  const entities: { incident_id: number; entity_ref: string }[] = await tx(
    'incident_entities',
  )
    .whereIn('incident_id', ids)
    .orderBy('position');
  const teams: { incident_id: number; team_ref: string }[] = await tx(
    'incident_teams',
  )
    .whereIn('incident_id', ids)
    .orderBy('team_ref');
  const unmapped: {
    incident_id: number;
    what: string;
    word: string;
    service: string | null;
  }[] = await tx('incident_unmapped')
    .whereIn('incident_id', ids)
    .orderBy('word');
  const of = <T extends { incident_id: number }>(all: T[], id: number) =>
    all.filter(each => each.incident_id === id);
  return rows.map(row => ({
    ...fromRow(row),
    entityRefs: of(entities, row.id).map(each => each.entity_ref),
    teamRefs: of(teams, row.id).map(each => each.team_ref),
    unmappedServices: of(unmapped, row.id).flatMap(
      each => fromJson<SourceService>(each.service) ?? [],
    ),
    unknownSeverities: of(unmapped, row.id)
      .filter(each => each.what === 'severity')
      .map(each => each.word),
  }));
}

function fromRow(
  row: IncidentRow,
): Omit<
  IncidentRecord,
  'entityRefs' | 'teamRefs' | 'unmappedServices' | 'unknownSeverities'
> {
  return {
    rowId: row.id,
    source: row.source,
    key: row.incident_key,
    changes: row.changes,
    attempts: row.attempts,
    state: fromJson(row.state),
    disposition: row.disposition as IncidentRecord['disposition'],
    blockedBy: (row.blocked_by ?? undefined) as IncidentRecord['blockedBy'],
    notRequiredBecause: (row.not_required_because ??
      undefined) as IncidentRecord['notRequiredBecause'],
    title: row.title,
    url: row.url ?? undefined,
    startedAt: fromDbTime(row.started_at),
    resolvedAt: fromDbTime(row.resolved_at),
    governingSeverity: row.governing_severity ?? undefined,
    visibility: row.visibility as IncidentRecord['visibility'],
    mergedInto: row.merged_into ?? undefined,
    postmortem: row.postmortem_id ?? undefined,
    theirs: fromJson(row.theirs),
    base: fromJson(row.base),
    error: row.error ?? undefined,
    leftOut: fromJson(row.left_out),
  };
}

/** Rows of `incident_unmapped`. */
export function toUnmappedRows({
  unmappedServices,
  unknownSeverities,
}: Pick<IncidentOutcome, 'unmappedServices' | 'unknownSeverities'>) {
  return [
    ...unmappedServices.map(service => ({
      what: 'service',
      word: truncateText(service.id, MAX_WORD),
      service: JSON.stringify(service),
    })),
    ...unknownSeverities.map(word => ({
      what: 'severity',
      word: truncateText(word, MAX_WORD),
      service: null,
    })),
  ];
}
