import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  LIMITS,
  deliveryStatusSchema,
} from 'backstage-plugin-postmortems-common';
import type { DisabledIncidentSource } from 'backstage-plugin-postmortems-common';
import type { PostmortemsService } from 'backstage-plugin-postmortems-node';
import type { IncidentIntake } from './IncidentIntake';
import { toDelivery } from '../present';
import { secretsKey } from '../readIncidentsConfig';
import type { IncidentContext } from '../context';

type Operations = Pick<
  PostmortemsService,
  | 'listIncidentSources'
  | 'requestBackfill'
  | 'listIncidentDeliveries'
  | 'replayIncidentDelivery'
  | 'listUnmappedServices'
>;

/** Webhook path, relative to the plugin. */
export const INCIDENT_SOURCES_PATH = '/incident-sources';

/** Maximum number of shared addresses listed. */
const MOST_SHARED_ADDRESSES = 100;

/** Maximum number of entities to suggest per service. */
const SUGGESTIONS = 3;

/** Operations for managing incident sources. */
export function incidentSourceOperations(
  ctx: IncidentContext,
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
      const shared = await ctx.sharedAddresses.list(
        knex,
        MOST_SHARED_ADDRESSES,
      );
      const rejections = await ctx.rejections.bySource(knex);
      return {
        items: sources.map(source => {
          const { id, title, annotations, backfill } = source;
          const own = counts.filter(each => each.source === id);
          const tooLarge = rejections.get(id);
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
            tooLarge: tooLarge && {
              ...tooLarge,
              limit: intake.config.maxDeliveryBytes,
              sizeSetting: source.sizeSetting,
            },
            waitingIncidents: unmapped.get(id)?.waiting ?? 0,
            unknownSeverities: severities
              .filter(each => each.source === id)
              .map(({ severity, incidents }) => ({ severity, incidents })),
            sharedAddresses: shared
              .filter(each => each.source === id)
              .map(({ source: _, ...each }) => each),
            unmappedServices: unmapped.get(id)?.services ?? 0,
          };
        }),
        disabled: disabledSources(intake),
      };
    },

    async requestBackfill({ params, body }) {
      const source = intake.sources.get(params.source);
      if (!source) {
        throw new NotFoundError(`Incident source ${params.source} not found`);
      }
      if (!source.backfill) {
        throw new ConflictError(
          `${source.title} cannot fetch past incidents: the source does not support this, or its credentials are not configured`,
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
        throw new NotFoundError(`Delivery ${params.deliveryId} not found`);
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

/** Configured sources that no module added, because the secret or the module is missing. */
function disabledSources({
  sources,
  config,
}: IncidentIntake): DisabledIncidentSource[] {
  return [...config.hasSecret]
    .filter(([id]) => !sources.has(id))
    .map(([id, hasSecret]) => ({
      id,
      reason: hasSecret ? 'no-module' : 'no-secret',
      configKey: secretsKey(id),
    }));
}
