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

import {
  RELATION_OWNED_BY,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { Entity } from '@backstage/catalog-model';
import { holidaysSchema } from 'backstage-plugin-postmortems-common';
import { IANAZone } from 'luxon';
import type { TeamCalendar } from '../database/PostmortemRecord';
import { unknownPlace } from '../policy';

/** On a Group: the time zone that its deadlines are counted in. */
export const TIME_ZONE_ANNOTATION = 'postmortems/time-zone';
/** On a Group: the country, and with a dash the state, whose holidays it keeps, such as `DE-BE`. */
export const HOLIDAYS_ANNOTATION = 'postmortems/holidays';

function isGroup(ref: string): boolean {
  return parseEntityRef(ref).kind.toLocaleLowerCase('en') === 'group';
}

/** The groups that own an entity, the first being the one that answers for it. A group owns itself. */
export function owningTeamsOf(entity: Entity): string[] {
  const self = stringifyEntityRef(entity);
  if (isGroup(self)) return [self];
  return (entity.relations ?? [])
    .filter(relation => relation.type === RELATION_OWNED_BY)
    .map(relation => relation.targetRef)
    .filter(isGroup);
}

/**
 * The working calendar that a group declares by annotations. An annotation that makes no sense
 * is passed over: the policy's own calendar then counts.
 */
export function calendarOf(group: Entity): TeamCalendar | undefined {
  const annotations = group.metadata.annotations ?? {};
  const timeZone = annotations[TIME_ZONE_ANNOTATION];
  const [country, ...state] = (annotations[HOLIDAYS_ANNOTATION] ?? '').split(
    '-',
  );
  const holidays = holidaysSchema.safeParse({
    country,
    ...(state.length && { state: state.join('-') }),
  });
  const calendar = {
    ...(timeZone && IANAZone.isValidZone(timeZone) && { timeZone }),
    ...(country &&
      holidays.success &&
      !unknownPlace(holidays.data) && { holidays: holidays.data }),
  };
  return Object.keys(calendar).length > 0 ? calendar : undefined;
}
