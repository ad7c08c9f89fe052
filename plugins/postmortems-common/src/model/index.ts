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

export * from './limits';
export * from './primitives';
export * from './link';
export * from './visibility';
export * from './severity';
export * from './policy';
export * from './exceptions';
export * from './ownership';
export * from './compliance';
export * from './sections';
export * from './timeline';
export * from './contributingFactor';
export * from './ticket';
export * from './actionItem';
export * from './actionItemSteps';
export * from './snooze';
export * from './history';
export * from './event';
export * from './postmortem';
export * from './publication';
export * from './review';
export * from './comment';
export * from './meeting';
export * from './incident';
export { pageSchema } from './listing';
export type { Page } from './listing';
export * from './query';
export * from './actionItemQuery';
