import type { Knex } from 'knex';
import type { DurationKind } from 'backstage-plugin-postmortems-common';
import { millisecondsBetween, minutesBetween } from '../kernel/db/dialect';

/** The two times of each duration. */
const TIMES: Record<DurationKind, [from: string, to: string]> = {
  detect: ['postmortems.started_at', 'postmortems.detected_at'],
  mitigate: ['postmortems.started_at', 'postmortems.mitigated_at'],
  resolve: ['postmortems.started_at', 'postmortems.resolved_at'],
  publish: ['postmortems.resolved_at', 'postmortems.published_at'],
};

/**
 * A duration over `postmortems` in minutes; null if one of its times is missing. It is never
 * negative, even if the incident was resolved again after the first publication.
 */
export function durationOf(knex: Knex, kind: DurationKind): Knex.Raw {
  return minutesBetween(knex, ...TIMES[kind]);
}

/** Like {@link durationOf}, in milliseconds. */
export function durationMsOf(knex: Knex, kind: DurationKind): Knex.Raw {
  return millisecondsBetween(knex, ...TIMES[kind]);
}
