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

import { NotFoundError } from '@backstage/errors';
import { z } from 'zod';
import {
  incidentSchema,
  updateSchema,
  type IncidentIoIncident,
  type IncidentIoUpdate,
} from './payload';

/** The most that the API gives at once. */
const PAGE_SIZE = 250;

const page = {
  pagination_meta: z.object({ after: z.string().nullish() }).nullish(),
};
const incidentAnswer = z.object({ incident: incidentSchema });
const incidentsAnswer = z.object({
  incidents: z.array(incidentSchema),
  ...page,
});
const updatesAnswer = z.object({
  incident_updates: z.array(updateSchema),
  ...page,
});

/** What all answers with a page have. */
interface Page {
  pagination_meta?: { after?: string | null } | null;
}

/** Reads incidents from the API v2 of incident.io. */
export class IncidentIoClient {
  readonly #options: { apiKey: string; baseUrl: string };

  constructor(options: { apiKey: string; baseUrl: string }) {
    this.#options = options;
  }

  /** @throws NotFoundError where there is none that the key may see */
  async getIncident(
    id: string,
    signal: AbortSignal,
  ): Promise<IncidentIoIncident> {
    const path = `/v2/incidents/${encodeURIComponent(id)}`;
    return (await this.#get(path, incidentAnswer, signal)).incident;
  }

  /** All that was told of an incident, oldest first. */
  async listUpdates(
    incidentId: string,
    signal: AbortSignal,
  ): Promise<IncidentIoUpdate[]> {
    const updates: IncidentIoUpdate[] = [];
    const pages = this.#pages(
      '/v2/incident_updates',
      { incident_id: incidentId },
      updatesAnswer,
      signal,
    );
    for await (const { incident_updates } of pages) {
      updates.push(...incident_updates);
    }
    return updates.sort(
      (a, b) => Date.parse(a.created_at) - Date.parse(b.created_at),
    );
  }

  /** Incidents that were declared since, in no particular order. */
  async *listIncidents(
    since: Date,
    signal: AbortSignal,
  ): AsyncIterable<IncidentIoIncident> {
    const pages = this.#pages(
      '/v2/incidents',
      // The filter knows days only.
      { 'created_at[gte]': since.toISOString().slice(0, 10) },
      incidentsAnswer,
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
    answer: z.ZodType<T>,
    signal: AbortSignal,
  ): AsyncIterable<T> {
    let after: string | null | undefined;
    do {
      const params = new URLSearchParams({
        ...query,
        page_size: String(PAGE_SIZE),
        ...(after && { after }),
      });
      const found = await this.#get(`${path}?${params}`, answer, signal);
      yield found;
      after = found.pagination_meta?.after;
    } while (after);
  }

  async #get<T>(
    path: string,
    answer: z.ZodType<T>,
    signal: AbortSignal,
  ): Promise<T> {
    const { apiKey, baseUrl } = this.#options;
    const response = await fetch(`${baseUrl}${path}`, {
      signal,
      headers: { Authorization: `Bearer ${apiKey}` },
    });
    if (response.status === 404) {
      throw new NotFoundError(
        `incident.io has nothing at ${path} that the API key may see`,
      );
    }
    if (!response.ok) {
      throw new Error(
        `incident.io answered ${response.status} at ${path.split('?')[0]}`,
      );
    }
    return answer.parse(await response.json());
  }
}
