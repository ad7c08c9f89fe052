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

import { complianceStatus } from '../policy';
import { occasionsOf } from './occasions';
import type { Occasion, ReminderFacts } from './occasions';
import type { ReminderRules } from './rules';

/** What is to be told of a postmortem now, and when to look again. */
export interface Outlook {
  /** In the order of their times. */
  due: Occasion[];
  /** Absent where nothing is to come while the facts stay. */
  lookAt?: Date;
}

/**
 * @param told - reasons for which people were told already
 */
export function outlook(
  facts: ReminderFacts,
  rules: ReminderRules,
  told: ReadonlySet<string>,
  now: Date,
): Outlook {
  const open = openOccasions(facts, rules, now).filter(
    ({ reason }) => !told.has(reason),
  );
  const { expiresAt } = facts.postmortem.waiver ?? {};
  const times = [
    ...open.map(({ at }) => at),
    ...(expiresAt ? [new Date(expiresAt)] : []),
  ].filter(time => time > now);
  return {
    due: open.filter(({ at }) => at <= now),
    lookAt: times.sort((a, b) => a.getTime() - b.getTime())[0],
  };
}

/** The occasions that these facts give now, told or not. */
export function openOccasions(
  facts: ReminderFacts,
  rules: ReminderRules,
  now: Date,
): Occasion[] {
  return occasionsOf(facts, rules, isWaived(facts, now));
}

/** Whether a waiver covers a postmortem. */
export function isWaived({ postmortem }: ReminderFacts, now: Date): boolean {
  const { required, waiver } = postmortem;
  return (
    complianceStatus(
      {
        required,
        waiver: waiver && {
          expiresAt: waiver.expiresAt ? new Date(waiver.expiresAt) : undefined,
        },
      },
      now,
    ) === 'waived'
  );
}
