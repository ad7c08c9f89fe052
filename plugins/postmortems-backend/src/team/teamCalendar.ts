import type { Entity } from '@backstage/catalog-model';
import { holidaysSchema } from 'backstage-plugin-postmortems-common';
import { IANAZone } from 'luxon';
import type { CalendarOverrides } from '../policy/computeDeadline';
import { unknownPlace } from '../policy/holidayCalendar';

/** Group annotation: the time zone for the group's deadlines. */
export const TIME_ZONE_ANNOTATION = 'postmortems/time-zone';
/**
 * Group annotation: the country, and optionally state, whose public holidays apply, such as
 * `DE-BE`.
 */
export const HOLIDAYS_ANNOTATION = 'postmortems/holidays';

/**
 * Reads a working calendar from a group's annotations. If an annotation is invalid, the policy's
 * calendar applies, as it does for users.
 */
export function calendarOf(group: Entity): CalendarOverrides | undefined {
  if (group.kind.toLocaleLowerCase('en') !== 'group') return undefined;
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
