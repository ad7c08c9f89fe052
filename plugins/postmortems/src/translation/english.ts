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

import { actionItemList } from './actionItemList';
import { actionItems } from './actionItems';
import { comments } from './comments';
import { document } from './document';
import { incidents } from './incidents';
import { incidentSources } from './incidentSources';
import { lists } from './lists';
import { meeting } from './meeting';
import { notices } from './notices';
import { people } from './people';
import { process } from './process';
import { review } from './review';
import { shared } from './shared';

/** The texts of the plugin as they are when nobody translates or rewords them. */
export const english = {
  ...shared,
  ...lists,
  ...document,
  ...actionItems,
  ...people,
  ...process,
  ...notices,
  ...comments,
  ...review,
  ...meeting,
  ...incidentSources,
  ...incidents,
  ...actionItemList,
} as const;
