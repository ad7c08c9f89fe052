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
 * Facts about a postmortem, entered by people or derived from the catalog. Times are ISO 8601 in
 * UTC.
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
  /** The calendar of the team that owns the primary entity, if it differs from the policy's. */
  calendar?: CalendarOverrides;
  ownerRef?: string;
  ownerAcknowledgedAt?: string;
  /** Since when the postmortem has had no owner, or an owner who hasn't acknowledged. */
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
   * When the last incident was added. Publications and meetings before that don't complete the
   * postmortem.
   */
  attachedAt?: string;
}

/** An import's origin and claims, without the parts that depend on the caller. */
export type ImportProvenance = Omit<Imported, 'dependence'>;

/** Facts that determine the deadline, for which the time of first entry is recorded. */
export const DATED_FACTS = [
  'startedAt',
  'resolvedAt',
  'meetingHeldAt',
] as const;

export type FactEntries = Partial<Record<(typeof DATED_FACTS)[number], string>>;

/** The policy's results for the facts. */
export interface PostmortemVerdict {
  governingSeverity: string;
  governingRank: number;
  required: boolean;
  deadline?: Deadline;
  warnAt?: string;
  completedAt?: string;
  /** Whether its completion, waiver or extension comes from an import that hasn't been confirmed. */
  claimed: boolean;
}

/** A postmortem as stored, without its sections. */
export interface PostmortemRecord extends PostmortemFacts, PostmortemVerdict {
  number: number;
  importKey?: string;
  /** Whether a person has edited it. */
  edited: boolean;
  origin: Origin;
  /** When each fact that affects the deadline was first entered. */
  factEntries: FactEntries;
  /** The number of exceptions shown next to rates. */
  exceptions: number;
  /** The number of deleted postmortems for the same incident. */
  deletions: number;
  /** Incremented when facts, sections, timeline events or contributing factors change. */
  contentRevision: number;
  revision: number;
  createdAt: string;
  createdBy: string;
  updatedAt: string;
}

/** The postmortem fields shown in lists. */
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
  /** Without the explanation, which is the largest field in a row. */
  deadline?: Pick<Deadline, 'dueAt'>;
};

/** The last severity in a history, ignoring those declared by mistake. */
export function latestSeverity(history: SeverityChange[]): string {
  const meant = history.filter(change => !change.declaredByMistake);
  return meant[meant.length - 1].severity;
}
