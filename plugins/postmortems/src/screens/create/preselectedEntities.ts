import { parseEntityRef } from '@backstage/catalog-model';
import { entityRefSchema } from 'backstage-plugin-postmortems-common';

/**
 * Affected entities from the URL. Ignores users and groups, which own entities but aren't affected
 * themselves.
 */
export function preselectedEntities(search: URLSearchParams): string[] {
  const refs = search
    .getAll('entityRef')
    .filter(ref => entityRefSchema.safeParse(ref).success)
    .filter(ref => !['user', 'group'].includes(kindOf(ref)));
  return [...new Set(refs)];
}

function kindOf(ref: string): string {
  return parseEntityRef(ref).kind.toLocaleLowerCase('en-US');
}
