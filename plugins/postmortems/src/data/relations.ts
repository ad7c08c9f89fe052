import type { EntityRelation } from '@backstage/catalog-model';
import type { CatalogApi } from '@backstage/plugin-catalog-react';

export type Relations = Map<string, EntityRelation[]>;

/** The relations of each entity, by reference. */
export async function readRelations(
  catalog: CatalogApi,
  refs: string[],
): Promise<Relations> {
  if (refs.length === 0) return new Map();
  const { items } = await catalog.getEntitiesByRefs({
    entityRefs: refs,
    fields: ['kind', 'metadata.name', 'metadata.namespace', 'relations'],
  });
  return new Map(
    items.flatMap((entity, at) =>
      entity ? [[refs[at], entity.relations ?? []] as const] : [],
    ),
  );
}

/**
 * The entities that an entity is related to by one type of relation; undefined if the entity isn't
 * visible.
 */
export function targetsOf(
  relations: Relations,
  ref: string,
  type: string,
): string[] | undefined {
  return relations
    .get(ref)
    ?.filter(relation => relation.type === type)
    .map(({ targetRef }) => targetRef);
}
