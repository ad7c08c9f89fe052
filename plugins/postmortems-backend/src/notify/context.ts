import type { ActionItemContext } from '../actionItem/ports';
import type { ComplianceContext } from '../compliance/ports';
import type { TeamStore } from '../team/ports';
import type { MessageStore } from './MessageStore';
import type { ReminderStore } from './reminder/ReminderStore';
import type { WatcherStore } from './WatcherStore';

export interface NotifyContext extends ActionItemContext {
  messages: MessageStore;
  reminders: ReminderStore;
  watchers: WatcherStore;
  compliance: ComplianceContext['compliance'];
  exceptions: ComplianceContext['exceptions'];
  teams: Pick<TeamStore, 'ensure' | 'groupsWithWork'>;
  /** URL of the portal, for links in messages that leave it. */
  appUrl?: string;
}
