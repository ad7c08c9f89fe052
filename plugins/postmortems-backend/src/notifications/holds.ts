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

import { isUnderWay } from 'backstage-plugin-postmortems-common';
import type { Message } from '../database/DatabaseMessageStore';
import {
  addresseesOf,
  isAddressed,
  isWaived,
  openOccasions,
} from '../reminders';
import type { ReminderFacts, ReminderRules } from '../reminders';

/**
 * Whether what a message tells is still true, and for its recipient to hear, now that it is about
 * to be sent.
 */
export function holds(
  message: Message,
  facts: ReminderFacts,
  rules: ReminderRules,
  now: Date,
): boolean {
  const { postmortem } = facts;
  switch (message.about) {
    case 'owner-assigned':
      return postmortem.ownerRef === message.recipientRef;
    case 'owner-handed-over':
    case 'owner-left':
      return postmortem.ownerRef === undefined;
    case 'review-requested':
      return postmortem.status === 'in-review';
    case 'changes-requested':
      return (
        postmortem.status === 'draft' &&
        postmortem.ownerRef === message.recipientRef
      );
    case 'published':
      return postmortem.status === 'published';
    case 'snoozed':
      return isOpen(message, facts, now);
    default: {
      const occasion = openOccasions(facts, rules, now).find(
        ({ reason }) => reason === message.reason,
      );
      return (
        occasion !== undefined &&
        isAddressed(message.recipientRef, addresseesOf(occasion, facts))
      );
    }
  }
}

/** Whether there is still something to be done. */
function isOpen(message: Message, facts: ReminderFacts, now: Date): boolean {
  const { postmortem, actionItems } = facts;
  if (message.actionItem === undefined) {
    return (
      postmortem.status !== 'published' &&
      !postmortem.completedAt &&
      !isWaived(facts, now)
    );
  }
  return actionItems.some(
    item => item.number === message.actionItem && isUnderWay(item.status),
  );
}
