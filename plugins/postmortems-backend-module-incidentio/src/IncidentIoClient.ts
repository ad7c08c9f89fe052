import { NotFoundError } from '@backstage/errors';
import { readResponse } from 'backstage-plugin-postmortems-node';
import { z } from 'zod';
import {
  incidentSchema,
  updateSchema,
  type IncidentIoIncident,
  type IncidentIoUpdate,
} from './payload';

/** Page size, the API's maximum. */
const PAGE_SIZE = 250;

const page = {
  pagination_meta: z.object({ after: z.string().nullish() }).nullish(),
};
const incidentResponse = z.object({ incident: incidentSchema });
const incidentsResponse = z.object({
  incidents: z.array(incidentSchema),
  ...page,
});
const updatesResponse = z.object({
  incident_updates: z.array(updateSchema),
  ...page,
});

/** Fields present in all paged responses. */
interface Page {
  pagination_meta?: { after?: string | null } | null;
}

/** Reads incidents from the incident.io API v2. */
export class IncidentIoClient {
  readonly #options: { apiKey: string; baseUrl: string };

  constructor(options: { apiKey: string; baseUrl: string }) {
    this.#options = options;
  }

  /** @throws NotFoundError if the incident doesn't exist or the API key can't read it */
  async getIncident(
    id: string,
    signal: AbortSignal,
  ): Promise<IncidentIoIncident> {
    const path = `/v2/incidents/${encodeURIComponent(id)}`;
    return (await this.#get(path, incidentResponse, signal)).incident;
  }

  /** All updates to an incident, oldest first. */
  async listUpdates(
    incidentId: string,
    signal: AbortSignal,
  ): Promise<IncidentIoUpdate[]> {
    const updates: IncidentIoUpdate[] = [];
    const pages = this.#pages(
      '/v2/incident_updates',
      { incident_id: incidentId },
      updatesResponse,
      signal,
    );
    for await (const { incident_updates } of pages) {
      updates.push(...incident_updates);
    }
    return updates.sort(
      (a, b) => Date.parse(a.created_at) - Date.parse(b.created_at),
    );
  }

  /** Incidents declared since a time, in no particular order. */
  async *listIncidents(
    since: Date,
    signal: AbortSignal,
  ): AsyncIterable<IncidentIoIncident> {
    const pages = this.#pages(
      '/v2/incidents',
      // The filter has day precision, so check the exact time below.
      { 'created_at[gte]': since.toISOString().slice(0, 10) },
      incidentsResponse,
      signal,
    );
    for await (const { incidents } of pages) {
      yield* incidents.filter(
        ({ created_at }) => Date.parse(created_at) >= since.getTime(),
      );
    }
  }

  async *#pages<T extends Page>(
    path: string,
    query: Record<string, string>,
    schema: z.ZodType<T>,
    signal: AbortSignal,
  ): AsyncIterable<T> {
    let after: string | null | undefined;
    do {
      const params = new URLSearchParams({
        ...query,
        page_size: String(PAGE_SIZE),
        ...(after && { after }),
      });
      const found = await this.#get(`${path}?${params}`, schema, signal);
      yield found;
      after = found.pagination_meta?.after;
    } while (after);
  }

  async #get<T>(
    path: string,
    schema: z.ZodType<T>,
    signal: AbortSignal,
  ): Promise<T> {
    const { apiKey, baseUrl } = this.#options;
    const response = await fetch(`${baseUrl}${path}`, {
      signal,
      headers: { Authorization: `Bearer ${apiKey}` },
    });
    if (response.status === 404) {
      throw new NotFoundError(
        `incident.io found nothing at ${path}, or the API key can't read it`,
      );
    }
    if (!response.ok) {
      throw new Error(
        `incident.io responded with ${response.status} to ${
          path.split('?')[0]
        }`,
      );
    }
    return readResponse(
      schema,
      await response.json(),
      `incident.io response to ${path.split('?')[0]}`,
    );
  }
}
