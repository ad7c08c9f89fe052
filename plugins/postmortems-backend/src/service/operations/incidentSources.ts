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

import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  LIMITS,
  deliveryStatusSchema,
} from 'backstage-plugin-postmortems-common';
import type { PostmortemsService } from 'backstage-plugin-postmortems-node';
import type { IncidentIntake } from '../../incidents/IncidentIntake';
import { toDelivery } from '../../incidents/present';
import { INCIDENT_SOURCES_PATH } from '../../rest/incidentWebhooks';
import type { ServiceContext } from '../ServiceContext';

type Operations = Pick<
  PostmortemsService,
  | 'listIncidentSources'
  | 'requestBackfill'
  | 'listIncidentDeliveries'
  | 'replayIncidentDelivery'
  | 'listUnmappedServices'
>;

/** Entities suggested for a service. */
const SUGGESTIONS = 3;

/** How incidents come in, for those who see to it that they do. */
export function incidentSourceOperations(
  ctx: ServiceContext,
  intake: IncidentIntake,
): Operations {
  const sources = [...intake.sources.values()];
  const ids = sources.map(({ id }) => id);

  return {
    async listIncidentSources() {
      const { knex } = ctx;
      const counts = await ctx.deliveries.counts(knex);
      const latest = await ctx.deliveries.latest(knex, ids);
      const severities = await ctx.unmapped.severities(knex);
      const unmapped = await ctx.unmapped.counts(knex);
      return {
        items: sources.map(({ id, title, annotations, backfill }) => {
          const own = counts.filter(({ source }) => source === id);
          const last = latest.get(id);
          return {
            id,
            title,
            webhookPath: `${INCIDENT_SOURCES_PATH}/${id}`,
            annotations,
            canBackfill: backfill !== undefined,
            lastDelivery: last && toDelivery(ctx, last),
            deliveries: Object.fromEntries(
              deliveryStatusSchema.options.map(status => [
                status,
                own
                  .filter(each => each.status === status)
                  .reduce((sum, { count }) => sum + count, 0),
              ]),
            ) as Record<(typeof own)[number]['status'], number>,
            ignoredTypes: own
              .filter(({ status }) => status === 'ignored')
              .map(({ type = '', count }) => ({ type, count }))
              .sort((a, b) => b.count - a.count),
            waitingIncidents: unmapped.get(id)?.waiting ?? 0,
            unknownSeverities: severities
              .filter(({ source }) => source === id)
              .map(({ severity, incidents }) => ({ severity, incidents })),
            unmappedServices: unmapped.get(id)?.services ?? 0,
          };
        }),
      };
    },

    async requestBackfill({ params, body }) {
      const source = intake.sources.get(params.source);
      if (!source) {
        throw new NotFoundError(`There is no incident source ${params.source}`);
      }
      if (!source.backfill) {
        throw new ConflictError(
          `${source.title} cannot be asked for past incidents: it has no interface for that, or no credentials are configured`,
        );
      }
      return toDelivery(ctx, await intake.requestBackfill(source, body.since));
    },

    async listIncidentDeliveries({ query }) {
      const page = await ctx.deliveries.list(ctx.knex, query);
      return {
        ...page,
        items: page.items.map(delivery => toDelivery(ctx, delivery)),
      };
    },

    async replayIncidentDelivery({ params }) {
      const id = Number(params.deliveryId);
      await ctx.deliveries.replay(ctx.knex, id, ctx.clock());
      const delivery = await ctx.deliveries.get(ctx.knex, id);
      if (!delivery) {
        throw new NotFoundError(`There is no delivery ${params.deliveryId}`);
      }
      intake.nudge();
      return toDelivery(ctx, delivery);
    },

    async listUnmappedServices() {
      const found = await ctx.unmapped.services(ctx.knex, {
        sources: ids,
        limit: LIMITS.unmappedServices + 1,
      });
      const index = found.length > 0 ? await intake.catalog.index() : undefined;
      return {
        items: found
          .slice(0, LIMITS.unmappedServices)
          .map(({ source, service, incidents, waiting }) => {
            const { title, annotations } = intake.sources.get(source)!;
            const { id, name } = service;
            return {
              source,
              sourceTitle: title,
              id,
              name,
              incidents,
              waitingIncidents: waiting,
              annotations,
              suggestions: index?.suggest(name ?? id, SUGGESTIONS) ?? [],
            };
          }),
        truncated: found.length > LIMITS.unmappedServices,
      };
    },
  };
}
