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

import { meetsCriteria } from 'backstage-plugin-postmortems-node';
import type {
  PostmortemCriteria,
  PostmortemResource,
} from 'backstage-plugin-postmortems-node';

/** Which postmortems: all, none, or those that meet criteria. */
export type Which = 'all' | 'none' | PostmortemCriteria;

/** What a caller may see, and do with one operation. */
export interface Access {
  /** To the caller, all others do not exist. */
  visible: Which;
  /** What the caller may do the operation to, if it sees it. */
  permitted: Which;
  /** Where the caller is not bound by what else the operation demands. */
  unbound: Which;
  /** Name of the permission that this takes, to tell those who lack it. */
  permission: string;
}

/** Of the plugin itself, for its tasks. */
export const FULL_ACCESS: Access = {
  visible: 'all',
  permitted: 'all',
  unbound: 'all',
  permission: 'none',
};

/** Those that are in both. */
export function both(one: Which, other: Which): Which {
  if (one === 'none' || other === 'none') return 'none';
  if (one === 'all') return other;
  if (other === 'all') return one;
  return { allOf: [one, other] };
}

/** Those that are in at least one. */
export function either(one: Which, other: Which): Which {
  if (one === 'all' || other === 'all') return 'all';
  if (one === 'none') return other;
  if (other === 'none') return one;
  return { anyOf: [one, other] };
}

/** Whether a postmortem is among those. */
export function isAmong(which: Which, postmortem: PostmortemResource): boolean {
  if (which === 'all') return true;
  return which !== 'none' && meetsCriteria(postmortem, which);
}
