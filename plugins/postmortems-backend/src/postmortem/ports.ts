import type {
  ActionItem,
  ContributingFactor,
  ImportProvenance,
  Postmortem,
  Section,
  SectionKey,
  TimelineEvent,
  Visibility,
  Waiver,
} from 'backstage-plugin-postmortems-common';
import type { PostmortemsServiceOptions } from 'backstage-plugin-postmortems-node';
import type { Knex } from 'knex';
import type { ChangeMeta } from './historyEntries';
import type { AuthorRun } from './integrity/authorship';
import type { NewComplianceException } from './integrity/exceptions';
import type { PostmortemRecord } from './PostmortemRecord';

/* Interfaces that the core needs and other modules implement. The core imports no other module;
   `src/context.ts` provides the implementations. */

/** A section's text with its authors; undefined for text from before authorship was stored. */
export interface AuthoredSection {
  key: string;
  markdown: string;
  authorship?: AuthorRun[];
}

/** The text of a postmortem. */
export interface SectionTexts {
  get(tx: Knex, postmortem: number, key: SectionKey): Promise<Section>;
  authored(tx: Knex, postmortem: number): Promise<AuthoredSection[]>;
  listAuthored(
    tx: Knex,
    postmortem: number,
  ): Promise<{ sections: Section[]; authored: AuthoredSection[] }>;
}

/** Live edits that the sections don't have yet. */
export interface LiveTexts {
  /**
   * Writes pending live edits to the sections of a locked postmortem, as the people who typed them.
   *
   * @returns whether there were any, so that the postmortem has changed
   */
  write(tx: Knex, postmortem: PostmortemRecord): Promise<boolean>;
}

/** Keeps the teams of action items in sync with the owning teams. */
export interface ActionItemTeams {
  setTeams(tx: Knex, postmortem: number, teamRefs: string[]): Promise<void>;
}

/** The incidents that a postmortem covers. */
export interface CoveredIncidents {
  ofPostmortem(
    tx: Knex,
    postmortem: number,
  ): Promise<{ visibility: Visibility }[]>;
  /** When a source last reported an incident, per postmortem. */
  lastReportedAt(tx: Knex, postmortems: number[]): Promise<Map<number, string>>;
}

/** Records every change to a deadline, severity or compliance status for the exceptions report. */
export interface ExceptionLedger {
  add(
    tx: Knex,
    postmortem: number,
    exception: NewComplianceException,
  ): Promise<void>;
}

/** Schedules when a postmortem's reminders are planned again. */
export interface ReminderQueue {
  lookAt(tx: Knex, postmortem: number, at: Date): Promise<void>;
}

type By = Pick<ChangeMeta, 'actorRef' | 'reason'>;

/** Queues notifications about a change, in its transaction. */
export interface Notifier {
  created(tx: Knex, postmortem: PostmortemRecord, by: By): Promise<void>;
  factsChanged(
    tx: Knex,
    before: PostmortemRecord,
    after: PostmortemRecord,
    meta: ChangeMeta,
  ): Promise<void>;
  changesRequested(
    tx: Knex,
    postmortem: PostmortemRecord,
    by: By,
  ): Promise<void>;
  waiverExpired(
    tx: Knex,
    postmortem: PostmortemRecord,
    waiver: Waiver,
  ): Promise<void>;
  actionItemReturned(
    tx: Knex,
    postmortem: PostmortemRecord,
    item: {
      number: number;
      revision: number;
      teamRefs: string[];
      reason: string;
    },
  ): Promise<void>;
}

/** Facts that determine independence, and therefore which reviews count. */
interface Authorship {
  /** Everyone who acknowledged or edited as owner, with the latest cycle in which they did. */
  involvedIn: ReadonlyMap<string, number>;
  /** How many characters of the current text each author wrote. */
  authors: ReadonlyMap<string, number>;
}

/** The parts of a postmortem that other modules store and present. */
export interface PostmortemParts {
  timeline(tx: Knex, postmortem: number): Promise<TimelineEvent[]>;
  contributingFactors(
    tx: Knex,
    postmortem: number,
  ): Promise<ContributingFactor[]>;
  actionItems(tx: Knex, postmortem: number): Promise<ActionItem[]>;
  /** Loads the reviews. The returned function evaluates them. */
  review(
    tx: Knex,
    postmortem: PostmortemRecord,
    options: PostmortemsServiceOptions,
  ): Promise<
    (
      authorship: Authorship,
    ) => Pick<Postmortem, 'review' | 'openComments' | 'watching'>
  >;
  incidents(
    tx: Knex,
    postmortem: PostmortemRecord,
  ): Promise<Pick<Postmortem, 'incidents' | 'sourceFacts'>>;
  ongoing(
    tx: Knex,
    postmortem: PostmortemRecord,
  ): Promise<Postmortem['ongoing']>;
  imported(
    tx: Knex,
    postmortem: PostmortemRecord,
    options: PostmortemsServiceOptions,
  ): Promise<ImportProvenance | undefined>;
}
