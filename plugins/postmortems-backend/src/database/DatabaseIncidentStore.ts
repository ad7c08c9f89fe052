/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import type { Knex } from 'knex';
import type {
  IncidentChange,
  SourceService,
} from 'backstage-plugin-postmortems-node';
import { claimRows, isDue, whileClaimed } from './claims';
import type { Claim } from './claims';
import type { IncidentOutcome, IncidentRecord } from './IncidentRecord';
import { insertAll } from './insertAll';
import { fromJson, toJson } from './json';
import { fromDbTime, toDbTime } from './time';
import type { DbTime } from './time';

const TABLE = 'incidents';

interface IncidentRow {
  id: number;
  source: string;
  incident_key: string;
  group_key: string | null;
  declared_at: DbTime | null;
  changes: number;
  state: string | null;
  standing: string;
  waiting_for: string | null;
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
  attempts: number;
  due_at: DbTime | null;
  updated_at: DbTime;
}

interface ChangeRow {
  id: number;
  incident_id: number;
  change_key: string;
  kind: string;
  at: DbTime;
  change: string;
}

/** Which incident: a source and what it calls it. */
export interface IncidentName {
  source: string;
  key: string;
}

/** The longest name of a service, or word for a severity, by which it is looked up again. */
export const MAX_WORD = 300;
/** Changes per insert. */
const CHUNK = 100;
/** Incidents deleted in one statement. */
const PURGE_BATCH = 500;

/** Reads and writes incidents with their changes. Every call runs in the given transaction. */
export class DatabaseIncidentStore {
  /**
   * Adds changes of one incident, which there may or may not be yet, and makes it due. A change
   * that is there already stays, as of the earliest time that it was told for.
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
        standing: 'waiting',
        incomplete: false,
        title: key,
        started_at: toDbTime(changes[0].at),
        // Until it is known better, nobody sees it who must not.
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
    return rows.map(row => ({
      ...JSON.parse(row.change),
      at: fromDbTime(row.at),
    }));
  }

  /** What of an incident became lines of the timeline, by the key of the line. */
  async linesOf(tx: Knex, rowId: number): Promise<Map<string, string>> {
    const rows: { line_key: string; timeline_event_id: number }[] = await tx(
      'incident_lines',
    ).where({ incident_id: rowId });
    return new Map(
      rows.map(row => [row.line_key, String(row.timeline_event_id)]),
    );
  }

  /** Notes which event of the timeline a line became. */
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

  /** Forgets which event a line became, or all of an incident. */
  async forgetLines(tx: Knex, rowId: number, line?: string): Promise<void> {
    await tx('incident_lines')
      .where({ incident_id: rowId, ...(line && { line_key: line }) })
      .delete();
  }

  async get(tx: Knex, rowId: number): Promise<IncidentRecord | undefined> {
    const [record] = await this.getMany(tx, [rowId]);
    return record;
  }

  /** The incidents of these rows, in the order of the rows. */
  async getMany(tx: Knex, rowIds: number[]): Promise<IncidentRecord[]> {
    const records = await this.#read(
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
    const [record] = await this.#read(
      tx,
      await tx<IncidentRow>(TABLE).where({ source, incident_key: key }),
    );
    return record;
  }

  /** Those that went on right as part of one of these. */
  async mergedInto(
    tx: Knex,
    source: string,
    keys: string[],
  ): Promise<IncidentRecord[]> {
    return this.#read(
      tx,
      await tx<IncidentRow>(TABLE)
        .where({ source })
        .whereIn('merged_into', keys)
        .orderBy('id'),
    );
  }

  /** Those that a postmortem covers, the one it is of first. */
  async ofPostmortem(tx: Knex, postmortem: number): Promise<IncidentRecord[]> {
    const records = await this.#read(
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

  /** The latest incident declared with a group. */
  async latestOf(
    knex: Knex,
    source: string,
    group: string,
  ): Promise<{ rowId: number; key: string } | undefined> {
    const row = await knex<IncidentRow>(TABLE)
      .where({ source, group_key: group })
      .orderBy([
        { column: 'declared_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .first('id', 'incident_key');
    return row && { rowId: row.id, key: row.incident_key };
  }

  /** Takes on incidents of these sources that are due and nobody else has. */
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

  /** Works on what was taken on; what is not concluded then is given back. */
  whileClaimed(
    knex: Knex,
    claim: { by: string; clock: () => Date },
    work: () => Promise<void>,
  ): Promise<void> {
    return whileClaimed(knex, TABLE, claim, work);
  }

  /** Holds rows until the transaction ends. */
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

  /** Notes that carrying over failed, and when it is tried again. */
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
      .where({ id: rowId, standing: 'waiting' })
      .update({ waiting_for: 'failed' });
  }

  /** Writes what became of an incident; nothing is to be done then until it changes. */
  async conclude(
    tx: Knex,
    { rowId, source }: Pick<IncidentRecord, 'rowId' | 'source'>,
    outcome: IncidentOutcome,
  ): Promise<void> {
    const { unmappedServices, unknownSeverities } = outcome;
    await tx(TABLE)
      .where({ id: rowId })
      .update({
        state: toJson(outcome.state),
        standing: outcome.standing,
        waiting_for: outcome.waitingFor ?? null,
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
    const unmapped = [
      ...unmappedServices.map(service => ({
        what: 'service',
        word: service.id.slice(0, MAX_WORD),
        service: JSON.stringify(service),
      })),
      ...unknownSeverities.map(word => ({
        what: 'severity',
        word: word.slice(0, MAX_WORD),
        service: null,
      })),
    ];
    if (unmapped.length === 0) return;
    await tx('incident_unmapped')
      .insert(unmapped.map(row => ({ ...ofIncident, source, ...row })))
      .onConflict(['incident_id', 'what', 'word'])
      .ignore();
  }

  /** Writes what covers incidents that went on as part of another. */
  async setPostmortem(
    tx: Knex,
    rowIds: number[],
    postmortem: number | undefined,
  ): Promise<void> {
    await tx(TABLE)
      .whereIn('id', rowIds)
      .update({ postmortem_id: postmortem ?? null });
  }

  /**
   * Lets a postmortem cover an incident that had none, and makes it due.
   *
   * @param base - what is agreed on; none where the postmortem follows another incident
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
        standing: 'covered',
        waiting_for: null,
        not_required_because: null,
        postmortem_id: postmortem,
        base: toJson(base),
        due_at: now,
      });
  }

  /** Writes what was last taken of the source. */
  async setBase(
    tx: Knex,
    rowId: number,
    base: IncidentRecord['base'],
  ): Promise<void> {
    await tx(TABLE)
      .where({ id: rowId })
      .update({ base: toJson(base) });
  }

  /** Deletes incidents that owe nothing and of which nothing was heard since a time. */
  async purge(knex: Knex, before: Date): Promise<number> {
    let purged = 0;
    for (;;) {
      const deleted = await knex(TABLE)
        .whereIn(
          'id',
          knex(TABLE)
            .whereIn('standing', ['not-required', 'merged'])
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

  /** Adds what the other tables hold, with one query a table however many rows there are. */
  async #read(tx: Knex, rows: IncidentRow[]): Promise<IncidentRecord[]> {
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
}

/** Each change once, as of the earliest time that it was told for. */
function earliestOf(changes: IncidentChange[]): Map<string, IncidentChange> {
  const earliest = new Map<string, IncidentChange>();
  for (const change of changes) {
    const known = earliest.get(change.key);
    if (!known || change.at < known.at) earliest.set(change.key, change);
  }
  return earliest;
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
    standing: row.standing as IncidentRecord['standing'],
    waitingFor: (row.waiting_for ?? undefined) as IncidentRecord['waitingFor'],
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
  };
}
