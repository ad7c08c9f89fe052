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
  isUnderWay,
  actionItemStatusSchema,
} from 'backstage-plugin-postmortems-common';
import type { ActionItemFigures } from 'backstage-plugin-postmortems-common';
import type { UrlFilter } from '../../filters';

/**
 * The statuses that the list shows where the address names none: what somebody has taken on and
 * not finished. Ideas and what is closed would hide what slips.
 */
export const openWork: string[] =
  actionItemStatusSchema.options.filter(isUnderWay);

/** In the address, for "whatever the status": the API has no word for it, it leaves the filter out. */
export const ANY_STATUS = 'any';

/** Which statuses are shown, for a filter as it stands in the address. */
export function statusesShown(status: string[] | undefined): string[] {
  if (!status) return openWork;
  return status.includes(ANY_STATUS) ? [] : status;
}

/** How these statuses stand in the address: open work is what goes without saying. */
export function statusInAddress(
  shown: string[] | undefined,
): string[] | undefined {
  if (!shown?.length) return [ANY_STATUS];
  const isOpenWork =
    shown.length === openWork.length &&
    openWork.every(each => shown.includes(each));
  return isOpenWork ? undefined : shown;
}

/** The filter with the statuses that go without saying. */
export function withStatuses({ status, ...filter }: UrlFilter): UrlFilter {
  const shown = statusesShown(status);
  return shown.length > 0 ? { ...filter, status: shown } : filter;
}

/** How many are taken on and not finished. */
export function countOpen(figures: ActionItemFigures): number {
  return actionItemStatusSchema.options
    .filter(isUnderWay)
    .reduce((sum, status) => sum + figures.counts[status], 0);
}
