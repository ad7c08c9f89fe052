import type { ActionItemContext } from '../actionItem/ports';
import type { MessageStore } from './MessageStore';
import type { ReminderStore } from './reminder/ReminderStore';
import type { WatcherStore } from './WatcherStore';

export interface NotifyContext extends ActionItemContext {
  messages: MessageStore;
  reminders: ReminderStore;
  watchers: WatcherStore;
}
