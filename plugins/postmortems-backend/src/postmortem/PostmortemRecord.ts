import type {
  Contributor,
  Deadline,
  Extension,
  ImportProvenance as Imported,
  Link,
  Meeting,
  Origin,
  Outcome,
  OwnerSuggestion,
  Publication,
  SeverityChange,
  Status,
  Visibility,
  Waiver,
} from 'backstage-plugin-postmortems-common';
import type { CalendarOverrides } from '../policy/computeDeadline';

/** The meeting as scheduled. */
export type PlannedMeeting = Omit<Meeting, 'heldAt' | 'afterDeadline'>;

/**
 * Facts of a postmortem, entered by people or derived from the catalog. Times are ISO 8601 in UTC.
 */
export interface PostmortemFacts {
  title: string;
  severityHistory: SeverityChange[];
  outcome: Outcome;
  startedAt: string;
  detectedAt?: string;
  mitigatedAt?: string;
  resolvedAt?: string;
  meetingHeldAt?: string;
  meeting?: PlannedMeeting;
  entityRefs: string[];
  teamRefs: string[];
  /** The calendar of the team that owns the primary entity, if that team has its own. */
  calendar?: CalendarOverrides;
  ownerRef?: string;
  ownerAcknowledgedAt?: string;
  /** Since when the postmortem lacks an owner or their acknowledgement. */
  ownerPendingSince?: string;
  ownerSuggestion?: OwnerSuggestion;
  commanderRef?: string;
  contributors: Contributor[];
  labels: string[];
  links: Link[];
  status: Status;
  publishedAt?: string;
  /** All publications, oldest first. */
  publications: Publication[];
  reviewerRefs: string[];
  noActionItemsReason?: string;
  visibility: Visibility;
  waiver?: Waiver;
  extension?: Extension;
  imported?: ImportProvenance;
  /**
   * When the last incident was added. Earlier publications and meetings do not count as completion.
   */
  attachedAt?: string;
}

/** The origin of an import and its claims, without what depends on the caller. */
export type ImportProvenance = Omit<Imported, 'dependence'>;

/** Facts that determine the deadline and whose first entry is recorded. */
export const DATED_FACTS = [
  'startedAt',
  'resolvedAt',
  'meetingHeldAt',
] as const;

export type FactEntries = Partial<Record<(typeof DATED_FACTS)[number], string>>;

/** What the policy derives from the facts. */
export interface PostmortemVerdict {
  governingSeverity: string;
  governingRank: number;
  required: boolean;
  deadline?: Deadline;
  warnAt?: string;
  completedAt?: string;
  /** Whether only the unconfirmed claims of an import complete or excuse the postmortem. */
  claimed: boolean;
}

/** A postmortem as stored, without its sections. */
export interface PostmortemRecord extends PostmortemFacts, PostmortemVerdict {
  number: number;
  importKey?: string;
  /** Whether a person has edited it. */
  edited: boolean;
  origin: Origin;
  /** When each deadline-relevant fact was first entered. */
  factEntries: FactEntries;
  /** Number of exceptions shown next to rates. */
  exceptions: number;
  /** Number of deleted postmortems of the same incident. */
  deletions: number;
  /** Incremented by changes of facts, sections, timeline and contributing factors. */
  contentRevision: number;
  revision: number;
  createdAt: string;
  createdBy: string;
  updatedAt: string;
}

/** The fields of a postmortem that lists show. */
export type ListedPostmortem = Pick<
  PostmortemRecord,
  | 'number'
  | 'title'
  | 'severityHistory'
  | 'governingSeverity'
  | 'outcome'
  | 'startedAt'
  | 'detectedAt'
  | 'mitigatedAt'
  | 'resolvedAt'
  | 'entityRefs'
  | 'teamRefs'
  | 'calendar'
  | 'labels'
  | 'ownerRef'
  | 'ownerAcknowledgedAt'
  | 'commanderRef'
  | 'status'
  | 'publishedAt'
  | 'completedAt'
  | 'required'
  | 'warnAt'
  | 'visibility'
  | 'waiver'
  | 'extension'
  | 'edited'
  | 'claimed'
  | 'origin'
  | 'exceptions'
  | 'revision'
  | 'createdAt'
  | 'updatedAt'
> & {
  /** Without the explanation, which is the largest field of a row. */
  deadline?: Pick<Deadline, 'dueAt'>;
};

/** The last severity in a history, apart from those declared by mistake. */
export function latestSeverity(history: SeverityChange[]): string {
  const meant = history.filter(change => !change.declaredByMistake);
  return meant[meant.length - 1].severity;
}
