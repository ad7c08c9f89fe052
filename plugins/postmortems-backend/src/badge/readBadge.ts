import type { Knex } from 'knex';
import type { PolicyBook } from '../policy/PolicyBook';
import { BadgeStore } from './BadgeStore';
import { onTimeBadge, openBadge, sinceBadge } from './badgeOf';
import type { Badge } from './toSvg';

/** What a badge can show. */
export const BADGES = ['days-since', 'open', 'on-time'] as const;

const store = new BadgeStore();

/** Reads what a badge of an entity shows. Days are counted since the highest severity. */
export async function readBadge(
  { knex, policy, now }: { knex: Knex; policy: PolicyBook; now: Date },
  { entityRef, show }: { entityRef: string; show: (typeof BADGES)[number] },
): Promise<Badge> {
  switch (show) {
    case 'open':
      return openBadge(await store.open(knex, entityRef, now));
    case 'on-time':
      return onTimeBadge(await store.onTime(knex, entityRef, now));
    default: {
      const [{ id: severity }] = policy.severities.definitions;
      const filter = { entityRef, severity };
      const last = await store.lastIncident(knex, filter, now);
      return sinceBadge(severity, last, now);
    }
  }
}
