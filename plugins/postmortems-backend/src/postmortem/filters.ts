import type { Knex } from 'knex';
import type { PostmortemFilter } from 'backstage-plugin-postmortems-common';
import { complianceCondition } from './complianceConditions';
import { durationOf } from './durations';
import { factorKey } from './factorKey';
import { TEAMLESS } from './teamless';
import { whereOfTeams } from '../team/ports';
import type { TeamSearch } from '../team/ports';
import { whereFound } from '../search/ports';
import { whereAmong } from './accessFields';
import type { Selection } from '../kernel/access/scopeSql';

/**
 * Restricts a query over `postmortems` to the filter and the caller's access. Combines different
 * fields with AND and the values of one field with OR.
 *
 * @param query - changed in place
 * @param now - reference time for compliance
 * @param search - the strategy for finding postmortems by team
 */
export function applyFilter(
  knex: Knex,
  query: Knex.QueryBuilder,
  { filter, visible }: Selection<PostmortemFilter>,
  now: Date,
  search: TeamSearch = 'list',
): void {
  whereAmong(query, visible);
  const {
    entityRef,
    ownerRef,
    awaitingReviewBy,
    severity,
    status,
    complianceStatus,
    outcome,
    edited,
    origin,
    hasExceptions,
    resolved,
    resolvedAfter,
    label,
    factorCategory,
    factor,
    source,
    duration,
    durationAtLeast,
    durationBelow,
    withoutDuration,
    startedAfter,
    startedBefore,
    dueBefore,
    q,
  } = filter;

  // Lists of ids instead of correlated subqueries, which SQLite would run once per row.
  const idsIn = (table: string, column: string, values: string[]) =>
    knex(table).select('postmortem_id').whereIn(column, values);

  if (entityRef) {
    query.whereIn(
      'postmortems.id',
      idsIn('postmortem_entities', 'entity_ref', entityRef),
    );
  }
  if (label) {
    query.whereIn('postmortems.id', idsIn('postmortem_labels', 'label', label));
  }
  if (factorCategory) {
    // Not a list of ids: there are few categories, so each is in many postmortems.
    query.whereExists(
      knex('postmortem_contributing_factors as factor')
        .select('factor.postmortem_id')
        .whereRaw('factor.postmortem_id = postmortems.id')
        .whereIn('factor.category', factorCategory),
    );
  }
  if (factor) {
    query.whereIn(
      'postmortems.id',
      idsIn(
        'postmortem_contributing_factors',
        'title_key',
        factor.map(factorKey),
      ),
    );
  }
  if (source) {
    const ids = knex('incidents')
      .select('postmortem_id')
      .whereNotNull('postmortem_id');
    query.where(any => {
      any.whereIn('postmortems.id', ids.clone().whereIn('source', source));
      if (source.includes('none')) any.orWhereNotIn('postmortems.id', ids);
    });
  }
  if (duration) {
    const minutes = durationOf(knex, duration);
    query.whereRaw('? is not null', [minutes]);
    if (durationAtLeast !== undefined) {
      query.whereRaw('? >= ?', [minutes, durationAtLeast]);
    }
    if (durationBelow !== undefined) {
      query.whereRaw('? < ?', [minutes, durationBelow]);
    }
  }
  if (withoutDuration) {
    query.whereRaw('? is null', [durationOf(knex, withoutDuration)]);
  }
  whereOfTeams(
    knex,
    query,
    {
      table: 'postmortem_teams',
      column: 'postmortem_id',
      id: 'postmortems.id',
      teamless: TEAMLESS,
    },
    filter,
    search,
  );
  if (ownerRef) {
    query.where(any => {
      any.whereIn('postmortems.owner_ref', ownerRef);
      if (ownerRef.includes('none')) any.orWhereNull('postmortems.owner_ref');
    });
  }
  if (awaitingReviewBy) {
    query
      .where('postmortems.status', 'in-review')
      .whereIn(
        'postmortems.id',
        idsIn('postmortem_reviewers', 'reviewer_ref', awaitingReviewBy),
      )
      .whereNotExists(
        knex('postmortem_reviews')
          .select('postmortem_id')
          .whereRaw('postmortem_reviews.postmortem_id = postmortems.id')
          .whereRaw(
            'postmortem_reviews.content_revision = postmortems.content_revision',
          )
          .whereIn('reviewer_ref', awaitingReviewBy),
      );
  }
  if (severity) query.whereIn('postmortems.governing_severity', severity);
  if (status) query.whereIn('postmortems.status', status);
  if (outcome) query.whereIn('postmortems.outcome', outcome);
  if (origin) query.whereIn('postmortems.origin', origin);
  // Matches the partial index of postmortems with exceptions.
  if (hasExceptions === 'true') query.whereRaw('postmortems.exceptions > 0');
  if (hasExceptions === 'false') query.where('postmortems.exceptions', 0);
  if (edited === 'true') query.where('postmortems.edited', true);
  // Matches the partial index of untouched drafts.
  if (edited === 'false') query.whereRaw('not postmortems.edited');
  if (resolved === 'true') query.whereNotNull('postmortems.resolved_at');
  // Matches the partial index of unresolved incidents.
  if (resolved === 'false') query.whereNull('postmortems.resolved_at');
  if (resolvedAfter) {
    query.where(any =>
      any
        .whereNull('postmortems.resolved_at')
        .orWhere('postmortems.resolved_at', '>=', new Date(resolvedAfter)),
    );
  }
  if (complianceStatus) {
    query.where(any => {
      for (const each of complianceStatus) {
        any.orWhere(complianceCondition(knex, each, now));
      }
    });
  }
  if (startedAfter) {
    query.where('postmortems.started_at', '>=', new Date(startedAfter));
  }
  if (startedBefore) {
    query.where('postmortems.started_at', '<', new Date(startedBefore));
  }
  if (dueBefore) query.where('postmortems.due_at', '<', new Date(dueBefore));
  whereFound(knex, query, q);
}
