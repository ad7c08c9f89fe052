import {
  RELATION_DEPENDENCY_OF,
  RELATION_DEPENDS_ON,
  RELATION_HAS_PART,
  RELATION_PART_OF,
} from '@backstage/catalog-model';
import type { Entity } from '@backstage/catalog-model';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { withTimeout } from '../kernel/withTimeout';
import type { Linking } from '../team/ports';
import type { Relation } from './rankSimilar';

/** Similar postmortems are only a hint, so they don't wait long for the catalog. */
const TIMEOUT_MS = 2_000;
/** Maximum number of neighbors. A system can have many parts. */
const MAX_NEIGHBORS = 200;

/**
 * Finds the entities that depend on the given ones, those that they depend on, and those in the
 * same system. Leaves out entities that the caller can't see. Finds none if the catalog is
 * unavailable.
 */
export async function findNeighbors(
  linking: Pick<Linking, 'find'>,
  entityRefs: string[],
  credentials: BackstageCredentials,
): Promise<Map<string, Relation>> {
  if (entityRefs.length === 0) return new Map();
  const read = async () => {
    const own = await linking.find(entityRefs, credentials);
    const entities = [...own.values()];
    const systems = await linking.find(
      targetsOf(entities, RELATION_PART_OF).filter(isSystem),
      credentials,
    );
    return toNeighbors(entityRefs, entities, [
      ...systems.values(),
      ...[...own].flatMap(([ref, entity]) => (isSystem(ref) ? [entity] : [])),
    ]);
  };
  return withTimeout(read(), TIMEOUT_MS).catch(() => new Map());
}

/** The closest relation of each neighbor. */
function toNeighbors(
  entityRefs: string[],
  entities: Entity[],
  systems: Entity[],
): Map<string, Relation> {
  const found: [string, Relation][] = [
    ...targetsOf(entities, RELATION_DEPENDS_ON).map(ref =>
      pair(ref, 'depends-on'),
    ),
    ...targetsOf(entities, RELATION_DEPENDENCY_OF).map(ref =>
      pair(ref, 'dependency-of'),
    ),
    ...targetsOf(systems, RELATION_HAS_PART).map(ref =>
      pair(ref, 'same-system'),
    ),
  ];
  const neighbors = new Map<string, Relation>();
  for (const [ref, relation] of found) {
    const isNew = !neighbors.has(ref) && !entityRefs.includes(ref);
    if (isNew && neighbors.size < MAX_NEIGHBORS) neighbors.set(ref, relation);
  }
  return neighbors;
}

function pair(ref: string, relation: Relation): [string, Relation] {
  return [ref, relation];
}

function targetsOf(entities: Entity[], type: string): string[] {
  return entities.flatMap(({ relations = [] }) =>
    relations
      .filter(relation => relation.type === type)
      .map(({ targetRef }) => targetRef),
  );
}

function isSystem(ref: string): boolean {
  return ref.startsWith('system:');
}
