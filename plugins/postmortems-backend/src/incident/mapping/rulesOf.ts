import type { IncidentContext } from '../context';
import type { IncidentsConfig } from '../readIncidentsConfig';
import { withPortalMappings } from './SourceRules';
import type { SourceRules } from './SourceRules';

/** The rules of a source: its configuration, and what operators mapped in the portal. */
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
