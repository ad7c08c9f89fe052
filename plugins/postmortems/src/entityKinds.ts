/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import type { Entity } from '@backstage/catalog-model';

/** Kinds of entities that an incident can affect, as the catalog's filters spell them. */
export const affectableEntityKinds = [
  'component',
  'api',
  'resource',
  'system',
  'domain',
];

/** Kinds of entities that have a Postmortems tab; for teams and people it is about their work. */
export const entityKindsWithPostmortems = [
  ...affectableEntityKinds,
  'group',
  'user',
];

/**
 * Whether an entity has a Postmortems tab, for `if=` conditions in the old frontend system.
 *
 * @public
 */
export function isPostmortemsAvailable(entity: Entity): boolean {
  return entityKindsWithPostmortems.includes(
    entity.kind.toLocaleLowerCase('en-US'),
  );
}
