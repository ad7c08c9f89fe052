import type { Knex } from 'knex';
import { ActionItemList } from './actionItem/ActionItemList';
import { ActionItemStore } from './actionItem/ActionItemStore';
import { toActionItem } from './actionItem/changeActionItem';
import type { CommentContext } from './comment/context';
import { CommentStore } from './comment/CommentStore';
import { MentionStore } from './comment/MentionStore';
import { ComplianceStore } from './compliance/ComplianceStore';
import { ExceptionStore } from './compliance/ExceptionStore';
import { DeletedStore } from './deletion/DeletedStore';
import { FULL_ACCESS } from './kernel/access/Access';
import { RETENTION_MS } from './kernel/retention';
import type { FactorContext } from './factor/context';
import { KnownFactorStore } from './factor/KnownFactorStore';
import type { ImportContext } from './import/context';
import { provenanceFor } from './import/provenance';
import type { FeedContext } from './feed/context';
import { FeedStore } from './feed/FeedStore';
import { IncidentList } from './incident/IncidentList';
import { IncidentStore } from './incident/IncidentStore';
import { DeliveryStore } from './incident/intake/DeliveryStore';
import { RejectionStore } from './incident/intake/RejectionStore';
import { ofSources } from './incident/present';
import { MappingStore } from './incident/mapping/MappingStore';
import { SharedAddressStore } from './incident/SharedAddressStore';
import { UnmappedStore } from './incident/UnmappedStore';
import type { InsightsContext } from './insights/context';
import { InsightsStore } from './insights/InsightsStore';
import { OutboxStore } from './kernel/outbox/OutboxStore';
import type { LiveContext } from './live/context';
import { LiveStore } from './live/LiveStore';
import { writeLiveTexts } from './live/writeLiveTexts';
import type { MeetingContext } from './meeting/context';
import { undoMerge } from './merge/retire';
import type { NotifyContext } from './notify/context';
import { createNotifier } from './notify/createNotifier';
import { ongoingOf } from './notify/reminder/stillOngoing';
import { UNRESOLVED_AFTER_HOURS } from './notify/reminder/defaultStages';
import type { ReminderRules } from './notify/reminder/reminderRules';
import { MessageStore } from './notify/MessageStore';
import { ReminderStore } from './notify/reminder/ReminderStore';
import { WatcherStore } from './notify/WatcherStore';
import type { OwnershipContext } from './ownership/context';
import type { PolicyBook } from './policy/PolicyBook';
import { HistoryStore } from './postmortem/HistoryStore';
import { InvolvementStore } from './postmortem/InvolvementStore';
import { PostmortemList } from './postmortem/PostmortemList';
import { PostmortemStore } from './postmortem/PostmortemStore';
import type { PresenceContext } from './presence/context';
import { PresenceStore } from './presence/PresenceStore';
import type { RedactionContext } from './redaction/context';
import { RedactionStore } from './redaction/RedactionStore';
import { reviewOf } from './review/present';
import { ReviewStore } from './review/ReviewStore';
import { SectionStore } from './section/SectionStore';
import type { SimilarContext } from './similar/context';
import { SimilarStore } from './similar/SimilarStore';
import { AbsenceStore } from './team/AbsenceStore';
import type { Linking } from './team/Linking';
import { TeamStore } from './team/TeamStore';
import type { TicketContext } from './ticket/context';
import { TicketStore } from './ticket/TicketStore';
import {
  createContributingFactorStore,
  createTimelineEventStore,
} from './timeline/ItemStore';

/** Dependencies of all operations. Each module declares the part it needs. */
export interface ServiceContext
  extends CommentContext,
    FactorContext,
    FeedContext,
    ImportContext,
    InsightsContext,
    LiveContext,
    MeetingContext,
    NotifyContext,
    OwnershipContext,
    PresenceContext,
    RedactionContext,
    SimilarContext,
    TicketContext {
  actionItems: ActionItemStore;
  comments: CommentStore;
  exceptions: ExceptionStore;
  incidents: IncidentStore;
  list: PostmortemList;
  reminders: ReminderStore;
  sections: SectionStore;
  teams: TeamStore;
}

/** Dependencies shared by all callers. Each call or background task adds its access. */
export type SharedContext = Omit<ServiceContext, 'access'>;

/**
 * Creates the stores, and uses them to implement the core's interfaces.
 *
 * @param options - `clock` returns the current time, which tests can set
 */
export function createSharedContext(options: {
  knex: Knex;
  policy: PolicyBook;
  linking: Linking;
  clock: () => Date;
  appUrl?: string;
  onCommitted: () => void;
  presenceChanged?: PresenceContext['presenceChanged'];
  sourceTitles?: ReadonlyMap<string, string>;
  deletedRetentionMs?: number;
  feedUrl?: FeedContext['feedUrl'];
  liveEditing?: LiveContext['liveEditing'];
  reminderRules?: Pick<ReminderRules, 'unresolvedAfterHours'>;
}): SharedContext {
  const { reminderRules: rules, ...shared } = options;
  const { clock, policy, sourceTitles = new Map() } = options;
  const reminderRules = rules ?? {
    unresolvedAfterHours: {
      otherwise: UNRESOLVED_AFTER_HOURS,
      bySeverity: new Map(),
    },
  };
  const sections = new SectionStore();
  const timeline = createTimelineEventStore();
  const factors = createContributingFactorStore();
  const actionItems = new ActionItemStore();
  const reviews = new ReviewStore();
  const history = new HistoryStore();
  const involvement = new InvolvementStore();
  const incidents = new IncidentStore();
  const messages = new MessageStore();
  const watchers = new WatcherStore();
  const liveEditing = options.liveEditing ?? {
    enabled: false,
    onStored: () => {},
  };
  const context: SharedContext = {
    ...shared,
    sourceTitles,
    deletedRetentionMs:
      options.deletedRetentionMs ?? RETENTION_MS.deletedPostmortems,
    postmortems: new PostmortemStore(),
    list: new PostmortemList(),
    history,
    involvement,
    outbox: new OutboxStore(),
    sections,
    timeline,
    factors,
    actionItems,
    actionItemList: new ActionItemList(),
    tickets: new TicketStore(),
    reviews,
    comments: new CommentStore(),
    mentions: new MentionStore(),
    compliance: new ComplianceStore(),
    exceptions: new ExceptionStore(),
    insights: new InsightsStore(),
    knownFactors: new KnownFactorStore(),
    deleted: new DeletedStore(),
    redactions: new RedactionStore(),
    incidents,
    incidentList: new IncidentList(),
    deliveries: new DeliveryStore(),
    rejections: new RejectionStore(),
    unmapped: new UnmappedStore(),
    sharedAddresses: new SharedAddressStore(),
    mappings: new MappingStore(),
    teams: new TeamStore(),
    absences: new AbsenceStore(),
    messages,
    reminders: new ReminderStore(),
    similar: new SimilarStore(),
    watchers,
    feeds: new FeedStore(),
    presence: new PresenceStore(),
    live: new LiveStore(),
    liveEditing,
    liveTexts: {
      // Access was checked when the updates were stored.
      write: async (tx, postmortem) =>
        liveEditing.enabled &&
        writeLiveTexts({ ...context, access: FULL_ACCESS }, tx, postmortem),
    },
    presenceChanged: options.presenceChanged ?? (() => {}),
    notifier: createNotifier({ clock, messages, watchers }),
    parts: {
      timeline: (tx, postmortem) => timeline.list(tx, postmortem),
      contributingFactors: (tx, postmortem) => factors.list(tx, postmortem),
      actionItems: async (tx, postmortem) => {
        const items = await actionItems.list(tx, postmortem);
        return items.map(item => toActionItem(item, clock()));
      },
      review: (...read) => reviewOf({ reviews, policy }, ...read),
      incidents: (...read) => ofSources({ incidents, sourceTitles }, ...read),
      ongoing: (...read) =>
        ongoingOf({ history, incidents }, reminderRules, ...read),
      imported: (...read) =>
        provenanceFor({ history, involvement, sections }, ...read),
    },
    undoMerge,
  };
  return context;
}
