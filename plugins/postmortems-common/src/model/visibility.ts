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

import { z } from 'zod';

/**
 * Who may see a postmortem. One that is `restricted` exists only for those it concerns: its owner,
 * incident commander and contributors, those asked to review it, the members of its owning
 * teams, and those whom the portal's permissions let see such ones.
 *
 * @public
 */
export const visibilitySchema = z.enum(['internal', 'restricted']);

/** @public */
export type Visibility = z.infer<typeof visibilitySchema>;
