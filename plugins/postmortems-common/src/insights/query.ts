import { z } from 'zod';
import { objectSchema } from '../kernel/schema';
import type { Fields, WithDefaults } from '../kernel/schema';
import { postmortemFilters } from '../postmortem/query';
import type { PostmortemFilter } from '../postmortem/query';
import { insightsIntervalSchema } from './model';
import type { InsightsInterval } from './model';

/**
 * Filters that lists of postmortems and of action items both have, so that every number can open
 * the list that it counts.
 *
 * @public
 */
export type InsightsFilter = Pick<
  PostmortemFilter,
  'entityRef' | 'teamRef' | 'subTeams' | 'severity' | 'label' | 'outcome'
>;

/** @public */
export const insightsQuerySchema = objectSchema<
  WithDefaults<InsightsQuery, 'interval'>,
  InsightsQuery
>(
  z.strictObject({
    entityRef: postmortemFilters.entityRef,
    teamRef: postmortemFilters.teamRef,
    subTeams: postmortemFilters.subTeams,
    severity: postmortemFilters.severity,
    label: postmortemFilters.label,
    outcome: postmortemFilters.outcome,
    startedAfter: postmortemFilters.startedAfter.describe(
      'Incidents started at or after this time. Default: the start of the month 11 months before startedBefore',
    ),
    startedBefore: postmortemFilters.startedBefore.describe(
      'Incidents started before this time. Default: now',
    ),
    interval: insightsIntervalSchema
      .default('month')
      .describe('The length of a period, in UTC'),
  } satisfies Fields<InsightsQuery>),
);

/** Query parameters of `getInsights`. @public */
export interface InsightsQuery extends InsightsFilter {
  startedAfter?: string;
  startedBefore?: string;
  interval?: InsightsInterval;
}
