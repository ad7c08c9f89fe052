import type { Knex } from 'knex';
import { truncateText } from 'backstage-plugin-postmortems-common';
import type { SourceService } from 'backstage-plugin-postmortems-node';
import { MAX_WORD } from './incidentRows';

/** An unmapped service, with the number of incidents that contain it. */
export interface UnmappedServiceCount {
  source: string;
  service: SourceService;
  incidents: number;
  waiting: number;
}

/** An unmapped severity, with the number of incidents that contain it. */
export interface UnknownSeverityCount {
  source: string;
  severity: string;
  incidents: number;
}

/** PostgreSQL returns counts as text. */
interface Counted {
  source: string;
  word: string;
  service: string;
  incidents: number | string;
  waiting: number | string;
}

/** Reads unmapped services and severities in incidents. */
export class UnmappedStore {
  /** Unmapped services. Those that block the most incidents come first. */
  async services(
    knex: Knex,
    request: { sources: string[]; limit: number },
  ): Promise<UnmappedServiceCount[]> {
    const rows: Counted[] = await knex('incident_unmapped')
      .join('incidents', 'incidents.id', 'incident_unmapped.incident_id')
      .where('what', 'service')
      .whereIn('incident_unmapped.source', request.sources)
      .groupBy('incident_unmapped.source', 'word')
      .select(
        'incident_unmapped.source',
        'word',
        // A service may have had several names; show any of them.
        knex.raw('max(service) as service'),
        knex.raw('count(*) as incidents'),
        knex.raw(
          `sum(case when disposition = 'waiting' then 1 else 0 end) as waiting`,
        ),
      )
      .orderBy([
        { column: 'waiting', order: 'desc' },
        { column: 'incidents', order: 'desc' },
        { column: 'word' },
      ])
      .limit(request.limit);
    return rows.map(row => ({
      source: row.source,
      service: JSON.parse(row.service),
      incidents: Number(row.incidents),
      waiting: Number(row.waiting),
    }));
  }

  async severities(knex: Knex): Promise<UnknownSeverityCount[]> {
    const rows: Omit<Counted, 'service' | 'waiting'>[] = await knex(
      'incident_unmapped',
    )
      .where({ what: 'severity' })
      .groupBy('source', 'word')
      .select('source', 'word', knex.raw('count(*) as incidents'))
      .orderBy(['source', 'word']);
    return rows.map(row => ({
      source: row.source,
      severity: row.word,
      incidents: Number(row.incidents),
    }));
  }

  /** Counts unmapped services and blocked incidents by source. */
  async counts(
    knex: Knex,
  ): Promise<Map<string, { services: number; waiting: number }>> {
    const services: { source: string; count: number | string }[] = await knex(
      'incident_unmapped',
    )
      .where({ what: 'service' })
      .groupBy('source')
      .select('source')
      .countDistinct({ count: 'word' });
    const waiting: { source: string; count: number | string }[] = await knex(
      'incidents',
    )
      .where({ disposition: 'waiting' })
      .groupBy('source')
      .select('source')
      .count({ count: '*' });
    const counts = new Map<string, { services: number; waiting: number }>();
    const of = (source: string) => {
      const count = counts.get(source) ?? { services: 0, waiting: 0 };
      counts.set(source, count);
      return count;
    };
    for (const row of services) of(row.source).services = Number(row.count);
    for (const row of waiting) of(row.source).waiting = Number(row.count);
    return counts;
  }

  /** Queues incidents that contain one of these services. */
  async wakeServices(
    knex: Knex,
    services: { source: string; id: string }[],
    now: Date,
  ): Promise<void> {
    for (const { source, id } of services) {
      await knex('incidents')
        .whereIn(
          'id',
          knex('incident_unmapped')
            .where({
              source,
              what: 'service',
              word: truncateText(id, MAX_WORD),
            })
            .select('incident_id'),
        )
        .update({ due_at: now });
    }
  }

  /** Queues all incidents that are blocked or have an unmapped service or severity. */
  async wakeAll(knex: Knex, now: Date): Promise<void> {
    await knex('incidents')
      .where(any =>
        any.where({ incomplete: true }).orWhere(waiting =>
          waiting
            .where({ disposition: 'waiting' })
            // Earlier versions left incidents with a deleted postmortem blocked by `deleted`.
            .whereIn('blocked_by', ['severity', 'services', 'deleted']),
        ),
      )
      .update({ due_at: now });
  }
}
