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

import { keyed } from 'backstage-plugin-postmortems-node';
import type {
  BackfillRequest,
  IncidentChange,
} from 'backstage-plugin-postmortems-node';
import { z } from 'zod';
import type { Directory } from './Directory';
import type { PagerDutyApi } from './PagerDutyApi';
import { readLog } from './log';
import { logEntrySchema, restIncidentSchema } from './payloads';
import type { LogEntry, RestIncident } from './payloads';

const PAGE = 100;
/** PagerDuty gives no more of a list than this, however it is paged. */
const MAX_OFFSET = 10_000;
/** PagerDuty takes half a year at once at most. */
const WINDOW_MS = 90 * 24 * 60 * 60_000;

/** What a backfill works with. */
export interface BackfillContext {
  api: PagerDutyApi;
  directory: Directory;
  clock: () => Date;
  /** Left out: PagerDuty's. */
  maxOffset?: number;
}

/** Past incidents with their logs, in the order in which they were triggered. */
export async function* backfill(
  { since, signal }: BackfillRequest,
  context: BackfillContext,
): AsyncIterable<IncidentChange[]> {
  const lookup = context.directory.lookup(signal);
  const done = new Set<string>();
  for await (const incident of incidentsSince(since, context, signal)) {
    // What is triggered at the edge of a page or of a window may come twice.
    if (done.has(incident.id)) continue;
    done.add(incident.id);
    const entries: LogEntry[] = [];
    for await (const page of list(
      context.api,
      `/incidents/${incident.id}/log_entries`,
      { 'include[]': 'channels', time_zone: 'UTC' },
      z.object({ log_entries: z.array(logEntrySchema) }),
      signal,
    )) {
      entries.push(...page.log_entries);
    }
    const changes = await readLog(incident, entries, lookup);
    yield changes.map(keyed);
  }
}

const incidentsSchema = z.object({ incidents: z.array(restIncidentSchema) });

async function* incidentsSince(
  since: Date,
  { api, clock, maxOffset = MAX_OFFSET }: BackfillContext,
  signal: AbortSignal,
): AsyncIterable<RestIncident> {
  const end = clock().getTime();
  let from = since.getTime();
  while (from < end) {
    const until = Math.min(from + WINDOW_MS, end);
    let latest = from;
    let cut = false;
    for await (const page of list(
      api,
      '/incidents',
      {
        since: new Date(from).toISOString(),
        until: new Date(until).toISOString(),
        sort_by: 'created_at:asc',
        time_zone: 'UTC',
      },
      incidentsSchema,
      signal,
      maxOffset,
    )) {
      for (const incident of page.incidents) {
        latest = Math.max(latest, Date.parse(incident.created_at));
        yield incident;
      }
      cut = page.cut;
    }
    // Where there are more than PagerDuty gives, go on from the last one given.
    if (cut && latest === from) {
      throw new Error(
        `More than ${maxOffset} incidents of PagerDuty were triggered at ${new Date(
          from,
        ).toISOString()}`,
      );
    }
    from = cut ? latest : until;
  }
}

/** The pages of a list; `cut` says that PagerDuty gives no more though there are more. */
async function* list<T extends object>(
  api: PagerDutyApi,
  path: string,
  query: Record<string, string>,
  schema: z.ZodType<T>,
  signal: AbortSignal,
  maxOffset = MAX_OFFSET,
): AsyncIterable<T & { cut: boolean }> {
  for (let offset = 0; ; offset += PAGE) {
    const answer = await api.get(
      path,
      { ...query, limit: String(PAGE), offset: String(offset) },
      signal,
    );
    // Deleted meanwhile: then there is nothing.
    if (answer === undefined) return;
    const page = schema.safeParse(answer);
    if (!page.success) {
      const [{ path: field, message }] = page.error.issues;
      throw new Error(
        `PagerDuty answered ${path} otherwise than documented: ${field.join(
          '.',
        )}: ${message}`,
      );
    }
    const more = Boolean((answer as { more?: unknown }).more);
    const cut = more && offset + 2 * PAGE > maxOffset;
    yield { ...page.data, cut };
    if (!more || cut) return;
  }
}
