import { RELATION_HAS_PART } from '@backstage/catalog-model';
import type { CatalogApi } from '@backstage/plugin-catalog-react';
import { readRelations, targetsOf } from './relations';

/**
 * Reads the parts of entities level by level, so that the closest ones are kept if there are too
 * many.
 */
export async function readParts(
  catalog: CatalogApi,
  refs: string[],
  most: number,
): Promise<{ refs: string[]; truncated: boolean }> {
  const found = new Set(refs);
  let level = refs;
  while (level.length > 0 && found.size <= most) {
    const relations = await readRelations(catalog, level);
    level = level
      .flatMap(ref => targetsOf(relations, ref, RELATION_HAS_PART) ?? [])
      .filter(ref => !found.has(ref))
      .sort();
    level.forEach(ref => found.add(ref));
  }
  return { refs: [...found].slice(0, most), truncated: found.size > most };
}
