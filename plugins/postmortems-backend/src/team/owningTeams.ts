import {
  RELATION_OWNED_BY,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { Entity } from '@backstage/catalog-model';

function kindOf(ref: string): string {
  return parseEntityRef(ref).kind.toLocaleLowerCase('en');
}

/** The groups and users who own an entity. The first one is responsible. A group owns itself. */
export function owningTeamsOf(entity: Entity): string[] {
  const self = stringifyEntityRef(entity);
  if (kindOf(self) === 'group') return [self];
  return (entity.relations ?? [])
    .filter(relation => relation.type === RELATION_OWNED_BY)
    .map(relation => relation.targetRef)
    .filter(ref => ['group', 'user'].includes(kindOf(ref)));
}
