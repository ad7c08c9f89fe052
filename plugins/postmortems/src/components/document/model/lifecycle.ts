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

import type { Status } from 'backstage-plugin-postmortems-common';

/** A step of the lifecycle, under the name of the button that takes it. */
export interface Transition {
  name: 'review' | 'publish' | 'withdraw' | 'reopen';
  to: Status;
  /** Going back needs a word why. */
  needsReason: boolean;
}

/** The steps that can be taken from each status; the first is the usual next one. */
export const TRANSITIONS: Record<Status, Transition[]> = {
  draft: [{ name: 'review', to: 'in-review', needsReason: false }],
  'in-review': [
    { name: 'publish', to: 'published', needsReason: false },
    { name: 'withdraw', to: 'draft', needsReason: true },
  ],
  published: [{ name: 'reopen', to: 'draft', needsReason: true }],
};
