import type { Knex } from 'knex';
import type {
  ComplianceException,
  ComplianceExceptionFilter,
  ComplianceExceptionListItem,
  Page,
} from 'backstage-plugin-postmortems-common';
import { idOf, numberOf } from '../kernel/ids';
import { timeZoneOf } from '../policy/dueDay';
import type { PolicyBook } from '../policy/PolicyBook';
import { applyFilter } from '../postmortem/filters';
import { counts } from '../postmortem/integrity/exceptions';
import type { NewComplianceException } from '../postmortem/integrity/exceptions';
import { fromJson, toJson } from '../kernel/db/json';
import { listPage } from '../kernel/db/listPage';
import { fromDbTime, toDbTime } from '../kernel/db/time';
import type { DbTime } from '../kernel/db/time';
import type { Selection } from '../kernel/access/scopeSql';

const TABLE = 'compliance_exceptions';

interface ListedRow {
  id: number;
  postmortem_id: number;
  kind: string;
  at: DbTime;
  actor_ref: string;
  reason: string | null;
  field: string | null;
  before: string | null;
  after: string | null;
  status_before: string | null;
  status_after: string | null;
  due_before: DbTime | null;
  due_after: DbTime | null;
  subject: string | null;
  title: string;
  visibility: string;
  governing_severity: string;
  started_at: DbTime;
  calendar: string | null;
}

/** Stores every change to a deadline, severity or compliance status for the exceptions report. */
export class ExceptionStore {
  /** Adds an entry, and updates the postmortem's number of exceptions. */
  async add(
    tx: Knex,
    postmortem: number,
    exception: NewComplianceException,
  ): Promise<void> {
    await tx(TABLE).insert({
      postmortem_id: postmortem,
      kind: exception.kind,
      at: toDbTime(exception.at),
      actor_ref: exception.actorRef,
      reason: exception.reason ?? null,
      field: exception.field ?? null,
      before: toJson(exception.before),
      after: toJson(exception.after),
      status_before: exception.statusBefore ?? null,
      status_after: exception.statusAfter ?? null,
      due_before: toDbTime(exception.dueBefore),
      due_after: toDbTime(exception.dueAfter),
      subject: exception.subjectId ?? null,
    });
    if (counts(exception)) {
      await tx('postmortems').where({ id: postmortem }).increment('exceptions');
    }
  }

  /** The last merge of this postmortem into another. */
  async latestMerge(
    tx: Knex,
    subjectId: string,
  ): Promise<
    { postmortem: number; before: unknown; after: unknown } | undefined
  > {
    const row = await tx(TABLE)
      .where({ subject: subjectId })
      .whereIn('kind', ['covered', 'merged'])
      .orderBy('id', 'desc')
      .first('postmortem_id', 'before', 'after');
    return (
      row && {
        postmortem: row.postmortem_id,
        before: fromJson(row.before),
        after: fromJson(row.after),
      }
    );
  }

  /** Moves entries back to a restored postmortem. */
  async handBack(tx: Knex, ids: number[], to: number): Promise<void> {
    const rows: { postmortem_id: number; kind: ComplianceException['kind'] }[] =
      await tx(TABLE).whereIn('id', ids).select('postmortem_id', 'kind');
    for (const { postmortem_id, kind } of rows) {
      if (!counts({ kind })) continue;
      await tx('postmortems')
        .where({ id: postmortem_id })
        .decrement('exceptions');
    }
    await tx(TABLE).whereIn('id', ids).update({ postmortem_id: to });
  }

  /** Moves all entries to the postmortem that takes over. */
  async handOver(tx: Knex, from: number, to: number): Promise<void> {
    const { exceptions } = await tx('postmortems')
      .where({ id: from })
      .first('exceptions');
    await tx(TABLE)
      .where({ postmortem_id: from })
      .update({ postmortem_id: to });
    await tx('postmortems')
      .where({ id: to })
      .increment('exceptions', exceptions);
    await tx('postmortems').where({ id: from }).update({ exceptions: 0 });
  }

  /**
   * Exceptions for matching postmortems, newest first.
   *
   * @throws InputError for a cursor from another list
   */
  async list(
    knex: Knex,
    request: Selection<ComplianceExceptionFilter> & {
      limit: number;
      cursor?: string;
      totalItems: 'include' | 'exclude';
    },
    { now, policy }: { now: Date; policy: PolicyBook },
  ): Promise<Page<ComplianceExceptionListItem>> {
    const { filter, visible, ...page } = request;
    const { kind, postmortemId, ...ofPostmortems } = filter;
    const restrict = (query: Knex.QueryBuilder) => {
      query.join('postmortems', 'postmortems.id', `${TABLE}.postmortem_id`);
      if (kind) query.whereIn(`${TABLE}.kind`, kind);
      if (postmortemId) {
        query.whereIn(`${TABLE}.postmortem_id`, postmortemId.map(numberOf));
      }
      applyFilter(knex, query, { filter: ofPostmortems, visible }, now);
    };
    return listPage<ListedRow, ComplianceExceptionListItem>(knex, {
      ...page,
      table: TABLE,
      columns: { at: { name: 'at', isTime: true } },
      orderField: 'at,desc',
      filterPage: restrict,
      filterCount: async query => restrict(query),
      select: query =>
        query.select(
          `${TABLE}.*`,
          'postmortems.title',
          'postmortems.visibility',
          'postmortems.governing_severity',
          'postmortems.started_at',
          'postmortems.calendar',
        ),
      toItems: async rows => {
        const teams = await teamsOf(knex, rows);
        return rows.map(row => ({
          ...toListItem(row, teams.get(row.postmortem_id)),
          timeZone: timeZoneOf(
            {
              startedAt: fromDbTime(row.started_at),
              calendar: fromJson(row.calendar),
            },
            policy,
          ),
        }));
      },
    });
  }
}

async function teamsOf(
  knex: Knex,
  rows: ListedRow[],
): Promise<Map<number, string[]>> {
  const teams = new Map<number, string[]>();
  const found: { postmortem_id: number; team_ref: string }[] = await knex(
    'postmortem_teams',
  )
    .whereIn('postmortem_id', [...new Set(rows.map(row => row.postmortem_id))])
    .orderBy('team_ref');
  for (const { postmortem_id, team_ref } of found) {
    teams.set(postmortem_id, [...(teams.get(postmortem_id) ?? []), team_ref]);
  }
  return teams;
}

function toListItem(
  row: ListedRow,
  teamRefs: string[] = [],
): Omit<ComplianceExceptionListItem, 'timeZone'> {
  return {
    id: String(row.id),
    postmortemId: idOf(row.postmortem_id),
    kind: row.kind as ComplianceException['kind'],
    at: fromDbTime(row.at),
    actorRef: row.actor_ref,
    reason: row.reason ?? undefined,
    field: row.field ?? undefined,
    before: fromJson(row.before),
    after: fromJson(row.after),
    statusBefore:
      (row.status_before as ComplianceException['statusBefore']) ?? undefined,
    statusAfter:
      (row.status_after as ComplianceException['statusAfter']) ?? undefined,
    dueBefore: fromDbTime(row.due_before),
    dueAfter: fromDbTime(row.due_after),
    subjectId: row.subject ?? undefined,
    title: row.title,
    visibility: row.visibility as ComplianceExceptionListItem['visibility'],
    governingSeverity: row.governing_severity,
    teamRefs,
  };
}
