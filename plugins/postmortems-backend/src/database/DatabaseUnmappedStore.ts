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
import type { SourceService } from 'backstage-plugin-postmortems-node';
import { MAX_WORD } from './DatabaseIncidentStore';

/** A service that nobody mapped, and how many incidents name it. */
export interface UnmappedServiceCount {
  source: string;
  service: SourceService;
  incidents: number;
  waiting: number;
}

/** A severity that nobody mapped. */
export interface UnknownSeverityCount {
  source: string;
  severity: string;
  incidents: number;
}

/** Counts come back as text from PostgreSQL. */
interface Counted {
  source: string;
  word: string;
  service: string;
  incidents: number | string;
  waiting: number | string;
}

/** Reads what of incidents nobody mapped yet. */
export class DatabaseUnmappedStore {
  /** The services that nobody mapped, those most waited for first. */
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
        // It may have been called otherwise once; any of its names will do.
        knex.raw('max(service) as service'),
        knex.raw('count(*) as incidents'),
        knex.raw(
          `sum(case when standing = 'waiting' then 1 else 0 end) as waiting`,
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

  /** The severities that nobody mapped. */
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

  /** How many services of each source nobody mapped, and how many incidents wait. */
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
      .where({ standing: 'waiting' })
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

  /** Makes the incidents due that name one of these services. */
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
            .where({ source, what: 'service', word: id.slice(0, MAX_WORD) })
            .select('incident_id'),
        )
        .update({ due_at: now });
    }
  }

  /** Makes all incidents due that wait for anybody, or of which something is not mapped. */
  async wakeAll(knex: Knex, now: Date): Promise<void> {
    await knex('incidents')
      .where(any =>
        any
          .where({ incomplete: true })
          .orWhere(waiting =>
            waiting
              .where({ standing: 'waiting' })
              .whereIn('waiting_for', ['severity', 'services']),
          ),
      )
      .update({ due_at: now });
  }
}
