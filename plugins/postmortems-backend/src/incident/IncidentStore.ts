import type { Knex } from 'knex';
import type { IncidentChange } from 'backstage-plugin-postmortems-node';
import { claimRows, isDue, whileClaimed } from '../kernel/db/claims';
import type { Claim } from '../kernel/db/claims';
import type { IncidentConclusion, IncidentRecord } from './IncidentRecord';
import { insertAll } from '../kernel/db/insertAll';
import { toJson } from '../kernel/db/json';
import { readIncidents, toUnmappedRows } from './incidentRows';
import type { IncidentRow } from './incidentRows';
import { earliestOf } from './reduceChanges';
import { fromDbTime, toDbTime } from '../kernel/db/time';
import type { DbTime } from '../kernel/db/time';

const TABLE = 'incidents';

interface ChangeRow {
  id: number;
  incident_id: number;
  change_key: string;
  kind: string;
  at: DbTime;
  change: string;
}

/** Identifies an incident: its source, and its key in that source. */
export interface IncidentName {
  source: string;
  key: string;
}

/** Changes per insert. */
const CHUNK = 100;
/** Incidents deleted per statement. */
const PURGE_BATCH = 500;

/**
 * Reads and writes incidents with their changes. Every call runs in the given transaction. The file
 * is long because every statement that writes to the table is here.
 */
export class IncidentStore {
  /**
   * Adds changes to an incident, creating it if needed, and queues it. Ignores duplicates, but
   * keeps the earliest time.
   */
  async addChanges(
    tx: Knex,
    { source, key }: IncidentName,
    changes: IncidentChange[],
    now: Date,
  ): Promise<void> {
    const declared = changes.find(({ kind }) => kind === 'declared') as
      | (IncidentChange & { kind: 'declared' })
      | undefined;
    const declaration = declared && {
      declared_at: toDbTime(declared.at),
      ...(declared.group !== undefined && { group_key: declared.group }),
    };
    const [{ id }] = await tx(TABLE)
      .insert({
        source,
        incident_key: key,
        changes: 1,
        disposition: 'waiting',
        incomplete: false,
        title: key,
        started_at: toDbTime(changes[0].at),
        // Restricted until the incident's visibility is known.
        visibility: 'restricted',
        attempts: 0,
        due_at: now,
        updated_at: now,
        ...declaration,
      })
      .onConflict(['source', 'incident_key'])
      .merge({
        changes: tx.raw('?? + 1', [`${TABLE}.changes`]),
        attempts: 0,
        due_at: now,
        updated_at: now,
        ...declaration,
      })
      .returning('id');
    const rows = [...earliestOf(changes).values()].map(change => ({
      incident_id: id,
      change_key: change.key,
      kind: change.kind,
      at: toDbTime(change.at),
      change: JSON.stringify(change),
    }));
    for (let start = 0; start < rows.length; start += CHUNK) {
      await tx('incident_changes')
        .insert(rows.slice(start, start + CHUNK))
        .onConflict(['incident_id', 'change_key'])
        .merge({ at: tx.ref('excluded.at') })
        .whereRaw('incident_changes.at > excluded.at');
    }
  }

  async changesOf(tx: Knex, rowId: number): Promise<IncidentChange[]> {
    const rows = await tx<ChangeRow>('incident_changes').where({
      incident_id: rowId,
    });
    return rows.map(toChange);
  }

  /** The timeline event created for each line (see `IncidentLine`) of an incident, by line key. */
  async linesOf(tx: Knex, rowId: number): Promise<Map<string, string>> {
    const rows: { line_key: string; timeline_event_id: number }[] = await tx(
      'incident_lines',
    ).where({ incident_id: rowId });
    return new Map(
      rows.map(row => [row.line_key, String(row.timeline_event_id)]),
    );
  }

  /** Records which timeline event was created for a line. */
  async addLine(
    tx: Knex,
    rowId: number,
    line: string,
    timelineEvent: string,
  ): Promise<void> {
    await tx('incident_lines').insert({
      incident_id: rowId,
      line_key: line,
      timeline_event_id: Number(timelineEvent),
    });
  }

  /**
   * Deletes the record of which timeline event a line has, for one line or for all lines of an
   * incident.
   */
  async forgetLines(tx: Knex, rowId: number, line?: string): Promise<void> {
    await tx('incident_lines')
      .where({ incident_id: rowId, ...(line && { line_key: line }) })
      .delete();
  }

  async get(tx: Knex, rowId: number): Promise<IncidentRecord | undefined> {
    const [record] = await this.getMany(tx, [rowId]);
    return record;
  }

  /** The incidents with these row ids, in the same order. */
  async getMany(tx: Knex, rowIds: number[]): Promise<IncidentRecord[]> {
    const records = await readIncidents(
      tx,
      await tx<IncidentRow>(TABLE).whereIn('id', rowIds),
    );
    const byId = new Map(records.map(record => [record.rowId, record]));
    return rowIds.flatMap(id => byId.get(id) ?? []);
  }

  async find(
    tx: Knex,
    { source, key }: IncidentName,
  ): Promise<IncidentRecord | undefined> {
    const [record] = await readIncidents(
      tx,
      await tx<IncidentRow>(TABLE).where({ source, incident_key: key }),
    );
    return record;
  }

  /** Incidents merged directly into one of these. */
  async mergedInto(
    tx: Knex,
    source: string,
    keys: string[],
  ): Promise<IncidentRecord[]> {
    return readIncidents(
      tx,
      await tx<IncidentRow>(TABLE)
        .where({ source })
        .whereIn('merged_into', keys)
        .orderBy('id'),
    );
  }

  /** The incidents that a postmortem covers. The one that it is synced with comes first. */
  async ofPostmortem(tx: Knex, postmortem: number): Promise<IncidentRecord[]> {
    const records = await readIncidents(
      tx,
      await tx<IncidentRow>(TABLE)
        .where({ postmortem_id: postmortem })
        .orderBy('id'),
    );
    return [
      ...records.filter(({ base }) => base),
      ...records.filter(({ base }) => !base),
    ];
  }

  /** The latest incidents declared with a group key, newest first. */
  async latestOf(
    knex: Knex,
    source: string,
    group: string,
    limit: number,
  ): Promise<IncidentRecord[]> {
    const rows = await knex<IncidentRow>(TABLE)
      .where({ source, group_key: group })
      .orderBy([
        { column: 'declared_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit);
    return readIncidents(knex, rows);
  }

  /** Changes of some kinds in several incidents, by row id. */
  async changesOfKinds(
    knex: Knex,
    rowIds: number[],
    kinds: IncidentChange['kind'][],
  ): Promise<Map<number, IncidentChange[]>> {
    const rows = await knex<ChangeRow>('incident_changes')
      .whereIn('incident_id', rowIds)
      .whereIn('kind', kinds);
    const byRow = new Map(rowIds.map(rowId => [rowId, [] as IncidentChange[]]));
    for (const row of rows) {
      byRow.get(row.incident_id)?.push(toChange(row));
    }
    return byRow;
  }

  /** The time of each incident's latest change, ignoring notes. */
  async lastChangesAt(
    knex: Knex,
    rowIds: number[],
  ): Promise<Map<number, string>> {
    const rows: { incident_id: number; last: DbTime }[] = await knex(
      'incident_changes',
    )
      .whereIn('incident_id', rowIds)
      .whereNot({ kind: 'note' })
      .groupBy('incident_id')
      .select('incident_id')
      .max('at as last');
    return new Map(rows.map(row => [row.incident_id, fromDbTime(row.last)]));
  }

  /** When sources last reported an incident, per postmortem. */
  async lastReportedAt(
    tx: Knex,
    postmortems: number[],
  ): Promise<Map<number, string>> {
    const rows: { postmortem_id: number; last: DbTime }[] = await tx(TABLE)
      .whereIn('postmortem_id', postmortems)
      .groupBy('postmortem_id')
      .select('postmortem_id')
      .max('updated_at as last');
    return new Map(rows.map(row => [row.postmortem_id, fromDbTime(row.last)]));
  }

  /** Claims due incidents from these sources. */
  async claim(
    knex: Knex,
    claim: Claim & { sources: string[] },
  ): Promise<number[]> {
    const rows = await claimRows<IncidentRow>(knex, TABLE, claim, incidents =>
      incidents
        .whereIn('source', claim.sources)
        .where(any => isDue(any, 'due_at', claim.now))
        .orderBy(['due_at', 'id'])
        .select('id'),
    );
    return rows.map(row => row.id);
  }

  /** Extends the claims while the work runs, and then releases any that remain. */
  whileClaimed(
    knex: Knex,
    claim: { by: string; clock: () => Date },
    work: () => Promise<void>,
  ): Promise<void> {
    return whileClaimed(knex, TABLE, claim, work);
  }

  /** Locks these rows until the transaction ends. */
  async lock(tx: Knex, rowIds: number[]): Promise<void> {
    await tx(TABLE)
      .whereIn('id', rowIds)
      .orderBy('id')
      .forUpdate()
      .select('id');
  }

  async makeDue(tx: Knex, rowIds: number[], now: Date): Promise<void> {
    await tx(TABLE).whereIn('id', rowIds).update({ due_at: now });
  }

  /** Queues those of a source's incidents that a mapping can still affect. */
  async wakeOpen(knex: Knex, source: string, now: Date): Promise<void> {
    await knex(TABLE)
      .where({ source })
      .where(any =>
        any
          .where({ disposition: 'waiting' })
          .orWhereIn(
            'postmortem_id',
            knex('postmortems').whereNot({ status: 'published' }).select('id'),
          ),
      )
      .update({ due_at: now });
  }

  /** Records a failed sync and when to retry. */
  async postpone(
    knex: Knex,
    rowId: number,
    failure: { error: string; attempts: number; until: Date },
  ): Promise<void> {
    await knex(TABLE).where({ id: rowId }).update({
      error: failure.error,
      attempts: failure.attempts,
      due_at: failure.until,
      claimed_by: null,
      claimed_until: null,
    });
    await knex(TABLE)
      .where({ id: rowId, disposition: 'waiting' })
      .update({ blocked_by: 'failed' });
  }

  /** Stores the result of a sync. The incident is not due again until it changes. */
  async conclude(
    tx: Knex,
    { rowId, source }: Pick<IncidentRecord, 'rowId' | 'source'>,
    outcome: IncidentConclusion,
  ): Promise<void> {
    const { unmappedServices, unknownSeverities } = outcome;
    await tx(TABLE)
      .where({ id: rowId })
      .update({
        state: toJson(outcome.state),
        disposition: outcome.disposition,
        blocked_by: outcome.blockedBy ?? null,
        not_required_because: outcome.notRequiredBecause ?? null,
        incomplete: unmappedServices.length + unknownSeverities.length > 0,
        title: outcome.title,
        url: outcome.url ?? null,
        started_at: toDbTime(outcome.startedAt),
        resolved_at: toDbTime(outcome.resolvedAt),
        governing_severity: outcome.governingSeverity ?? null,
        visibility: outcome.visibility,
        merged_into: outcome.mergedInto ?? null,
        postmortem_id: outcome.postmortem ?? null,
        theirs: toJson(outcome.theirs),
        base: toJson(outcome.base),
        error: outcome.error ?? null,
        left_out: outcome.leftOut?.length ? toJson(outcome.leftOut) : null,
        attempts: 0,
        due_at: null,
        claimed_by: null,
        claimed_until: null,
      });
    const ofIncident = { incident_id: rowId };
    for (const table of [
      'incident_entities',
      'incident_teams',
      'incident_unmapped',
      'incident_shared_addresses',
    ]) {
      await tx(table).where(ofIncident).delete();
    }
    await insertAll(
      tx,
      'incident_entities',
      outcome.entityRefs.map((entity_ref, position) => ({
        ...ofIncident,
        entity_ref,
        position,
      })),
    );
    await insertAll(
      tx,
      'incident_teams',
      outcome.teamRefs.map(team_ref => ({ ...ofIncident, team_ref })),
    );
    await insertAll(
      tx,
      'incident_shared_addresses',
      outcome.sharedAddresses.map(({ address, userRefs }) => ({
        ...ofIncident,
        source,
        address,
        user_refs: JSON.stringify(userRefs),
      })),
    );
    const unmapped = toUnmappedRows(outcome);
    if (unmapped.length === 0) return;
    await tx('incident_unmapped')
      .insert(unmapped.map(row => ({ ...ofIncident, source, ...row })))
      .onConflict(['incident_id', 'what', 'word'])
      .ignore();
  }

  /** Sets the postmortem for incidents that were merged into another. */
  async setPostmortem(
    tx: Knex,
    rowIds: number[],
    postmortem: number | undefined,
  ): Promise<void> {
    await tx(TABLE)
      .whereIn('id', rowIds)
      .update({ postmortem_id: postmortem ?? null });
  }

  /** Moves all incidents from one postmortem to another, and queues them. */
  async moveTo(tx: Knex, from: number, to: number, now: Date): Promise<void> {
    await tx(TABLE)
      .where({ postmortem_id: from })
      .update({ postmortem_id: to, due_at: now });
  }

  /** Restores an incident's merge base and lines. */
  async putBack(
    tx: Knex,
    rowId: number,
    { base, lines }: { base: string | null; lines: object[] },
  ): Promise<void> {
    await tx(TABLE).where({ id: rowId }).update({ base });
    await this.forgetLines(tx, rowId);
    await insertAll(tx, 'incident_lines', lines);
  }

  /**
   * Links an incident without a postmortem to a postmortem, and queues it.
   *
   * @param base - the merge base; undefined if the postmortem follows another incident
   */
  async cover(
    tx: Knex,
    rowId: number,
    {
      postmortem,
      base,
      now,
    }: { postmortem: number; base: IncidentRecord['base']; now: Date },
  ): Promise<void> {
    await tx(TABLE)
      .where({ id: rowId })
      .update({
        disposition: 'covered',
        blocked_by: null,
        not_required_because: null,
        postmortem_id: postmortem,
        base: toJson(base),
        due_at: now,
      });
  }

  /** Stores the source's facts and the merge base, and queues the incident. */
  async agree(
    tx: Knex,
    rowId: number,
    {
      theirs,
      base,
      now,
    }: Pick<IncidentRecord, 'theirs' | 'base'> & { now: Date },
  ): Promise<void> {
    await tx(TABLE)
      .where({ id: rowId })
      .update({ theirs: toJson(theirs), base: toJson(base), due_at: now });
  }

  /** Stores the merge base. */
  async setBase(
    tx: Knex,
    rowId: number,
    base: IncidentRecord['base'],
  ): Promise<void> {
    await tx(TABLE)
      .where({ id: rowId })
      .update({ base: toJson(base) });
  }

  /** Deletes incidents that need no postmortem and haven't changed since a time. */
  async purge(knex: Knex, before: Date): Promise<number> {
    let purged = 0;
    for (;;) {
      const deleted = await knex(TABLE)
        .whereIn(
          'id',
          knex(TABLE)
            .whereIn('disposition', ['not-required', 'merged'])
            .where('updated_at', '<', before)
            .whereNull('postmortem_id')
            .orderBy('updated_at')
            .limit(PURGE_BATCH)
            .select('id'),
        )
        .delete();
      purged += deleted;
      if (deleted < PURGE_BATCH) return purged;
    }
  }
}

/** Uses the time in the row, which is the earliest reported time of the change. */
function toChange(row: ChangeRow): IncidentChange {
  return { ...JSON.parse(row.change), at: fromDbTime(row.at) };
}
