import { meetsCriteria } from 'backstage-plugin-postmortems-node';
import { restrictedReaders } from '../kernel/access/restrictedReaders';
import { toResource } from '../postmortem/accessFields';
import type { Message } from './message';
import type { Recipient } from './reminder/recipients';
import type { ReminderRules } from './reminder/reminderRules';
import type { MessageFacts } from './messageFacts';
import { STILL_APPLIES } from './stillApplies';

/** How much a message may reveal: nothing, the id, or everything including the title. */
export type Disclosure = 'nothing' | 'id' | 'title';

/** Other facts that determine what a message may reveal. */
export interface Circumstances {
  rules: ReminderRules;
  /**
   * Whether permissions are enabled in the portal. If so, a permission policy may deny access that
   * the plugin's own rules would grant.
   */
  permissionsEnabled: boolean;
  now: Date;
}

/**
 * Decides what a message may reveal at the time it is sent, by the same access rules as reading. A
 * permission policy can't be evaluated for someone who isn't signed in. So if permissions are
 * enabled, people not connected to the postmortem get only its id; following the link requires the
 * read permission.
 *
 * @param facts - undefined if the postmortem was deleted
 */
export function disclosureOf(
  message: Message,
  facts: MessageFacts | undefined,
  recipient: Recipient,
  around: Circumstances,
): Disclosure {
  if (
    !facts ||
    message.about === 'digest' ||
    message.about === 'weekly-digest'
  ) {
    return 'nothing';
  }
  const resource = toResource(facts.postmortem);
  const isConcerned = meetsCriteria(
    resource,
    restrictedReaders([recipient.ref, ...recipient.memberOf]),
  );
  const applies = STILL_APPLIES[message.about]({
    ...around,
    message,
    facts,
    recipient,
    isConcerned,
  });
  if (!applies) return 'nothing';
  if (isConcerned) return 'title';
  if (resource.visibility === 'restricted') return 'nothing';
  return around.permissionsEnabled ? 'id' : 'title';
}
