import { InputError, NotAllowedError } from '@backstage/errors';
import type {
  ChangeNeeds,
  ComplianceExceptionKind,
  ComplianceStatus,
  MergeGain,
} from 'backstage-plugin-postmortems-common';
import { complianceStatus } from '../../policy/complianceStatus';
import type { SeverityScale } from '../../policy/SeverityScale';
import type { NewComplianceException } from './exceptions';
import { DATED_FACTS } from '../PostmortemRecord';
import type {
  FactEntries,
  PostmortemFacts,
  PostmortemRecord,
  PostmortemVerdict,
} from '../PostmortemRecord';
import { improvements } from './improvements';
import type { Improvement, JudgedFacts } from './improvements';

/**
 * Why a change may improve compliance: it completes the postmortem under the policy (`listedAs` if
 * the exceptions report must still list it), someone independent granted an exception (the
 * operation checks that), or the incident source reported it.
 */
export type Justification =
  | { by: 'completion'; listedAs?: ComplianceExceptionKind }
  | {
      by: 'exception';
      kind: ComplianceExceptionKind;
      subjectId?: string;
      /** When the merged side's facts were first entered. */
      entered?: FactEntries;
      /** Overrides for the exceptions report entry, if the change affects another postmortem. */
      entry?: Partial<NewComplianceException>;
    }
  | { by: 'source' };

/** A change of facts, with the compliance results before and after. */
export interface FactsStep {
  /**
   * The state before the change. If the change also raises the severity, this is the state with
   * only the severity raised.
   */
  before: PostmortemRecord;
  after: PostmortemRecord;
  /** Whether a postmortem was required before the change, even before the severity was raised. */
  wasRequired: boolean;
  /**
   * The due date if the incident were resolved now, before and after the change. Set if no deadline
   * runs and the change affects which policy version applies.
   */
  wouldBeDue?: { before?: string; after?: string };
}

/** A change ready to be saved. */
export interface JudgedChange extends FactsStep {
  actorRef: string;
  reason?: string;
  because?: Justification;
}

/** How long after its first entry a fact can be corrected without an exception, in milliseconds. */
const CORRECTION_MS = 24 * 3_600_000;

/**
 * How long after a meeting it can be recorded without an exception, in milliseconds. Matters if the
 * policy requires the meeting.
 */
const RECORDED_WITHIN_MS = 24 * 3_600_000;

/**
 * Whether a change records a meeting for the first time, and soon after it was held. Recording it
 * later requires someone independent, because it could be made up.
 */
export function heldAsPlanned(
  before: Pick<PostmortemFacts, 'meetingHeldAt'>,
  after: Pick<PostmortemFacts, 'meetingHeldAt'>,
  now: Date,
): Justification | undefined {
  if (before.meetingHeldAt || !after.meetingHeldAt) return undefined;
  const age = now.getTime() - new Date(after.meetingHeldAt).getTime();
  return age <= RECORDED_WITHIN_MS ? { by: 'completion' } : undefined;
}

/**
 * Makes sure that compliance improves only by completion or by an exception.
 *
 * @returns the entry for the exceptions report, if the change needs one
 * @throws NotAllowedError if the change improves compliance in another way
 * @throws InputError if the change needs a reason and has none
 */
export function exceptionFor(
  change: JudgedChange,
  scale: SeverityScale,
  now: Date,
): NewComplianceException | undefined {
  const { because, reason } = change;
  const gains = gainsOf(change, scale, now);
  const entry = (kind: ComplianceExceptionKind) => ({
    ...movement(change, scale, now),
    kind,
  });

  if (because?.by === 'exception') {
    const { kind, subjectId } = because;
    return {
      ...entry(kind),
      ...(subjectId && { subjectId }),
      ...because.entry,
    };
  }
  if (gains.length === 0) {
    if (because?.by === 'completion' && because.listedAs) {
      return entry(because.listedAs);
    }
    return completesUnapproved(change)
      ? entry('unapproved-publication')
      : undefined;
  }
  if (!gains.includes('lower-severity')) {
    if (because?.by === 'source') return entry('source-report');
    if (isFresh(change, now)) {
      if (!reason) {
        throw new InputError(
          `reason is required because this change improves compliance (${describe(
            gains,
          )})`,
        );
      }
      return entry('redated');
    }
  }
  throw new NotAllowedError(
    `This change improves compliance (${describe(
      gains,
    )}), so only someone independent who can grant exceptions can make it. Ask them to use "Correct facts" (POST …/correction)`,
  );
}

/**
 * Whether a change makes a postmortem required that was published without an independent approval,
 * because it wasn't required then.
 */
function completesUnapproved({ wasRequired, after }: JudgedChange): boolean {
  if (wasRequired || !after.required) return false;
  const completing = after.publications.find(
    ({ at }) => at === after.completedAt,
  );
  return completing?.approvedBy?.length === 0;
}

/** What a person needs in order to save a change: a reason, a correction, or nothing. */
export function needsOf(
  change: FactsStep & Pick<JudgedChange, 'because'>,
  scale: SeverityScale,
  now: Date,
): ChangeNeeds {
  const gains = gainsOf(change, scale, now);
  if (gains.length === 0) return 'nothing';
  return !gains.includes('lower-severity') && isFresh(change, now)
    ? 'reason'
    : 'correction';
}

/** How a change improves compliance other than by completion. */
function gainsOf(
  change: FactsStep & Pick<JudgedChange, 'because'>,
  scale: SeverityScale,
  now: Date,
): Improvement[] {
  const { before, after, because, wouldBeDue } = change;
  const date = (time: string | undefined) =>
    time === undefined ? undefined : new Date(time);
  return improvements(
    { ...judged(before, scale), wouldBeDueAt: date(wouldBeDue?.before) },
    { ...judged(after, scale), wouldBeDueAt: date(wouldBeDue?.after) },
    now,
  ).filter(gain => !(because?.by === 'completion' && gain === 'left-overdue'));
}

/** The deadline-relevant times that differ. */
function redated({ before, after }: FactsStep) {
  return DATED_FACTS.filter(fact => before[fact] !== after[fact]);
}

/** Whether a change only corrects facts that were first entered recently. */
function isFresh(change: FactsStep, now: Date): boolean {
  const { before, after } = change;
  const facts = redated(change);
  return (
    facts.length > 0 &&
    facts.every(fact => {
      const enteredAt = before.factEntries[fact] ?? before.createdAt;
      return fact === 'meetingHeldAt'
        ? isFreshMeeting(before, after, enteredAt, now)
        : before[fact] === undefined || isWithin(CORRECTION_MS, enteredAt, now);
    })
  );
}

/**
 * Whether a meeting time needs no exception, because it was recorded soon after the meeting. This
 * keeps a first entry or a correction from moving it far into the past.
 */
function isFreshMeeting(
  before: PostmortemRecord,
  after: PostmortemRecord,
  enteredAt: string,
  now: Date,
): boolean {
  if (!before.meetingHeldAt || !isWithin(CORRECTION_MS, enteredAt, now)) {
    return false;
  }
  return (
    !after.meetingHeldAt ||
    isWithin(RECORDED_WITHIN_MS, after.meetingHeldAt, new Date(enteredAt))
  );
}

function isWithin(limit: number, from: string, to: Date): boolean {
  return to.getTime() - new Date(from).getTime() <= limit;
}

/** A change's entry in the exceptions report, without its kind. */
function movement(
  change: JudgedChange,
  scale: SeverityScale,
  now: Date,
): Omit<NewComplianceException, 'kind'> {
  const { before, after, actorRef, reason } = change;
  const status = (record: PostmortemRecord): ComplianceStatus =>
    complianceStatus(judged(record, scale), now);
  const [field] = redated(change);
  return {
    at: now.toISOString(),
    actorRef,
    reason,
    ...(field && { field, before: before[field], after: after[field] }),
    ...(before.governingSeverity !== after.governingSeverity && {
      field: 'severity',
      before: before.governingSeverity,
      after: after.governingSeverity,
    }),
    statusBefore: status(before),
    statusAfter: status(after),
    dueBefore: before.deadline?.dueAt,
    dueAfter: after.deadline?.dueAt,
  };
}

/** Converts a stored postmortem to the facts that decide compliance. */
export function judged(
  record: PostmortemVerdict & Pick<PostmortemRecord, 'waiver' | 'claimed'>,
  scale: SeverityScale,
): JudgedFacts {
  const date = (time: string | undefined) =>
    time === undefined ? undefined : new Date(time);
  return {
    required: record.required,
    dueAt: date(record.deadline?.dueAt),
    warnAt: date(record.warnAt),
    completedAt: date(record.completedAt),
    waiver: record.waiver && { expiresAt: date(record.waiver.expiresAt) },
    claimed: record.claimed,
    // Rank both states by the current scale, so that a configuration change doesn't look like a
    // lower severity.
    governingRank: scale.rank(record.governingSeverity),
  };
}

const SAID: Record<MergeGain, string> = {
  'left-overdue': 'no longer overdue',
  'left-late': 'no longer late',
  'left-rate': 'no longer counted in the on-time rate',
  'later-deadline': 'later or no deadline',
  'no-longer-required': 'no longer required',
  'lower-severity': 'lower governing severity',
  excused: 'excused by an earlier waiver or extension',
};

/** Lists improvements for an error message. */
export function describe(gains: MergeGain[]): string {
  return gains.map(gain => SAID[gain]).join(', ');
}
