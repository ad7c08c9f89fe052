import type { Entity } from '@backstage/catalog-model';

/** Kinds that an incident can affect, in the spelling that catalog filters use. */
export const affectableEntityKinds = [
  'component',
  'api',
  'resource',
  'system',
  'domain',
];

/** Kinds with a Postmortems tab. For groups and users, it shows their work. */
export const entityKindsWithPostmortems = [
  ...affectableEntityKinds,
  'group',
  'user',
];

/**
 * Whether an entity has a Postmortems tab, for `if` conditions in the old frontend system.
 *
 * @public
 */
export function isPostmortemsAvailable(entity: Entity): boolean {
  return entityKindsWithPostmortems.includes(
    entity.kind.toLocaleLowerCase('en-US'),
  );
}
