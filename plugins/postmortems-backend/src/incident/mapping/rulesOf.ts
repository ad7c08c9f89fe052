import type { IncidentContext } from '../context';
import type { IncidentsConfig } from '../readIncidentsConfig';
import { withPortalMappings } from './SourceRules';
import type { SourceRules } from './SourceRules';

/** A source's mapping rules, from the configuration and the portal. */
export async function rulesOf(
  { knex, mappings }: Pick<IncidentContext, 'knex' | 'mappings'>,
  config: Pick<IncidentsConfig, 'rulesOf'>,
  source: string,
): Promise<SourceRules> {
  return withPortalMappings(
    config.rulesOf(source),
    await mappings.list(knex, source),
  );
}
