import { keyed, readResponse } from 'backstage-plugin-postmortems-node';
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
/** PagerDuty's maximum offset in any list. */
const MAX_OFFSET = 10_000;
/** PagerDuty allows at most half a year per query. */
const WINDOW_MS = 90 * 24 * 60 * 60_000;

export interface BackfillContext {
  api: PagerDutyApi;
  directory: Directory;
  clock: () => Date;
  /** Defaults to PagerDuty's maximum. */
  maxOffset?: number;
}

/** Loads past incidents with their logs, in the order they were created. */
export async function* backfill(
  { since, signal }: BackfillRequest,
  context: BackfillContext,
): AsyncIterable<IncidentChange[]> {
  const lookup = context.directory.lookup(signal);
  const done = new Set<string>();
  for await (const incident of incidentsSince(since, context, signal)) {
    // Incidents at the edge of a page or window can appear twice.
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
    // If PagerDuty cut the list off, continue from its last incident.
    if (cut && latest === from) {
      throw new Error(
        `PagerDuty has more than ${maxOffset} incidents created at ${new Date(
          from,
        ).toISOString()}, more than its API can list. Backfill from a later date`,
      );
    }
    from = cut ? latest : until;
  }
}

/** Loads the pages of a list. `cut` means that PagerDuty didn't return all entries. */
async function* list<T extends object>(
  api: PagerDutyApi,
  path: string,
  query: Record<string, string>,
  schema: z.ZodType<T>,
  signal: AbortSignal,
  maxOffset = MAX_OFFSET,
): AsyncIterable<T & { cut: boolean }> {
  for (let offset = 0; ; offset += PAGE) {
    const response = await api.get(
      path,
      { ...query, limit: String(PAGE), offset: String(offset) },
      signal,
    );
    // The incident was deleted in the meantime.
    if (response === undefined) return;
    const page = readResponse(
      schema,
      response,
      `PagerDuty response to ${path}`,
    );
    const more = Boolean((response as { more?: unknown }).more);
    const cut = more && offset + 2 * PAGE > maxOffset;
    yield { ...page, cut };
    if (!more || cut) return;
  }
}
