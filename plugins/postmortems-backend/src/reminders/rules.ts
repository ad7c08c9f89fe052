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

/** For whom a reminder is; `parent` are the groups right above the owning teams. */
export type Audience = 'owner' | 'team' | 'parent';

/** One step of reminding: when, seen from the deadline, and whom. */
export interface Stage {
  /** Hours after the deadline; before it they are negative. */
  offsetHours: number;
  to: Audience;
}

/** The steps for one kind of deadline. */
export interface Stages {
  /** For every severity without steps of its own. */
  otherwise: Stage[];
  bySeverity: Map<string, Stage[]>;
}

/** When to remind whom, as configured. */
export interface ReminderRules {
  enabled: boolean;
  /** When digests are sent, in milliseconds after local midnight. */
  digestAt: number;
  /** How long an owner has to acknowledge, and a team to name one, before others are told. */
  acknowledgeWithinHours: number;
  postmortems: Stages;
  actionItems: Stages;
}

/** The steps that hold for a severity. */
export function stagesFor(stages: Stages, severity: string): Stage[] {
  return stages.bySeverity.get(severity) ?? stages.otherwise;
}
