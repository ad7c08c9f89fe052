import { InputError } from '@backstage/errors';
import type {
  IncidentMapping,
  IncidentMappingKey,
  IncidentMappings,
  PutIncidentMapping,
} from 'backstage-plugin-postmortems-common';
import type {
  PostmortemsService,
  PostmortemsServiceOptions,
} from 'backstage-plugin-postmortems-node';
import { actorOf } from '../../kernel/actor';
import { canonicalRefs } from '../../kernel/normalize';
import type { IncidentContext } from '../context';
import { assertInCatalog } from '../../team/ports';
import { wordKey } from '../mapping/SourceRules';
import type { IncidentIntake } from './IncidentIntake';

/** Maps services and severities in the portal. The incidents are updated right away. */
export function incidentMappingOperations(
  ctx: IncidentContext,
  intake: IncidentIntake,
): Pick<
  PostmortemsService,
  'listIncidentMappings' | 'putIncidentMapping' | 'removeIncidentMapping'
> {
  async function list(): Promise<IncidentMappings> {
    const portal = await ctx.mappings.list(ctx.knex);
    return {
      items: [...intake.sources.values()].flatMap(({ id, title }) => {
        const rules = intake.config.rulesOf(id);
        const of = { source: id, sourceTitle: title };
        const configured = {
          origin: 'configuration',
          overridden: false,
        } as const;
        const fromConfig: IncidentMapping[] = [
          ...[...rules.services].map(([word, entityRefs]) => ({
            ...of,
            ...configured,
            kind: 'service' as const,
            word,
            entityRefs,
          })),
          ...[...rules.severities].map(([word, severity]) => ({
            ...of,
            ...configured,
            kind: 'severity' as const,
            word,
            severity,
          })),
        ];
        const inPortal: IncidentMapping[] = portal
          .filter(({ source }) => source === id)
          .map(({ targets, ...mapping }) => {
            const isService = mapping.kind === 'service';
            return {
              ...mapping,
              ...of,
              ...(isService
                ? { entityRefs: targets }
                : { severity: targets[0] }),
              origin: 'portal',
              overridden: isService
                ? rules.services.has(wordKey(mapping.word))
                : rules.severities.has(wordKey(mapping.word)) ||
                  ctx.policy.severities.has(mapping.word),
            };
          });
        return [...fromConfig, ...inPortal];
      }),
    };
  }

  /** Applies the mappings to incidents that can still change. */
  async function follow(source: string): Promise<IncidentMappings> {
    await ctx.incidents.wakeOpen(ctx.knex, source, ctx.clock());
    intake.nudge();
    return list();
  }

  function assertSource({ source }: IncidentMappingKey): void {
    if (!intake.sources.has(source)) {
      throw new InputError(
        `source must be one of ${[...intake.sources.keys()].join(
          ', ',
        )}, not "${source}"`,
      );
    }
  }

  return {
    listIncidentMappings: list,

    async putIncidentMapping({ query, body }, options) {
      assertSource(query);
      await ctx.mappings.put(
        ctx.knex,
        {
          ...query,
          targets: await targetsOf(ctx, query, body, options),
          createdBy: actorOf(options.credentials),
        },
        ctx.clock(),
      );
      return follow(query.source);
    },

    async removeIncidentMapping({ query }) {
      assertSource(query);
      await ctx.mappings.remove(ctx.knex, query);
      return follow(query.source);
    },
  };
}

/** @throws InputError naming the field */
async function targetsOf(
  ctx: IncidentContext,
  { kind }: IncidentMappingKey,
  { entityRefs, severity }: PutIncidentMapping,
  { credentials }: PostmortemsServiceOptions,
): Promise<string[]> {
  if (kind === 'severity') {
    if (!severity) throw new InputError('severity is required');
    return [ctx.policy.severities.resolve(severity, 'severity')];
  }
  if (!entityRefs) throw new InputError('entityRefs is required');
  const refs = canonicalRefs(entityRefs);
  const { missing } = await ctx.linking.link(refs, [], credentials);
  assertInCatalog(missing);
  return refs;
}
