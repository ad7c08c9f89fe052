import type { Knex } from 'knex';
import type { Access } from '../kernel/access/Access';
import type { OutboxStore } from '../kernel/outbox/OutboxStore';
import type { PolicyBook } from '../policy/PolicyBook';
import type { Linking, TeamStore } from '../team/ports';
import type { HistoryStore } from './HistoryStore';
import type { InvolvementStore } from './InvolvementStore';
import type {
  ActionItemTeams,
  CoveredIncidents,
  ExceptionLedger,
  LiveTexts,
  Notifier,
  PostmortemParts,
  ReminderQueue,
  SectionTexts,
} from './ports';
import type { PostmortemStore } from './PostmortemStore';

/** Dependencies of all postmortem operations. Modules add their own. */
export interface PostmortemContext {
  knex: Knex;
  policy: PolicyBook;
  clock: () => Date;
  /** What the caller can see and do. Background tasks have full access. */
  access: Access;
  linking: Linking;
  /** Called after every committed change. */
  onCommitted: () => void;
  teams: Pick<TeamStore, 'ensure'>;
  postmortems: PostmortemStore;
  history: HistoryStore;
  involvement: InvolvementStore;
  outbox: Pick<OutboxStore, 'add'>;
  sections: SectionTexts;
  liveTexts: LiveTexts;
  actionItems: ActionItemTeams;
  incidents: CoveredIncidents;
  exceptions: ExceptionLedger;
  reminders: ReminderQueue;
  notifier: Notifier;
  parts: PostmortemParts;
}
