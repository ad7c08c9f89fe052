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

import type { DeliveryStatus } from 'backstage-plugin-postmortems-common';

/** What is still to be applied: the list that the page opens with. */
export const NOT_APPLIED: DeliveryStatus[] = ['parked', 'pending'];

/** The texts of the statuses. */
export const deliveryStatusKeys = {
  pending: 'incidentSources.deliveries.pending',
  applied: 'incidentSources.deliveries.applied',
  ignored: 'incidentSources.deliveries.ignored',
  parked: 'incidentSources.deliveries.parked',
} as const satisfies Record<DeliveryStatus, string>;

/** Left to right from what needs somebody to what needs nothing. */
export const deliveryStatuses: DeliveryStatus[] = [
  'parked',
  'pending',
  'applied',
  'ignored',
];
