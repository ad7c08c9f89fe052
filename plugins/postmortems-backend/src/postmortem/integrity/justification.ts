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
import type { FactsStep, Justification } from './factsStep';
import type { PostmortemRecord, PostmortemVerdict } from '../PostmortemRecord';
import { isFresh, redated } from './correctionWindow';
import { improvements } from './improvements';
import type { Improvement, JudgedFacts } from './improvements';

/** A change ready to be saved. */
export interface JudgedChange extends FactsStep {
  actorRef: string;
  reason?: string;
  because?: Justification;
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
          `reason is required because this change relaxes the deadline or the compliance status (${describe(
            gains,
          )})`,
        );
      }
      return entry('redated');
    }
  }
  throw new NotAllowedError(
    `This change relaxes the deadline or the compliance status (${describe(
      gains,
    )}), so only someone independent who can grant exceptions can make it. Ask them to use "Correct facts" (POST …/correction)`,
  );
}

/**
 * Whether the postmortem was published without independent approval while not required, and this
 * change makes it required.
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
