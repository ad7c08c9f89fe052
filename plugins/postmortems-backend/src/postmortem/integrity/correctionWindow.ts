import { DATED_FACTS } from '../PostmortemRecord';
import type { PostmortemFacts, PostmortemRecord } from '../PostmortemRecord';
import type { FactsStep, Justification } from './factsStep';

/** How long after its first entry a fact can be corrected without an exception, in milliseconds. */
const CORRECTION_MS = 24 * 3_600_000;

/**
 * How long after a meeting it can be recorded without an exception, if the policy requires the
 * meeting, in milliseconds.
 */
const RECORDED_WITHIN_MS = 24 * 3_600_000;

/**
 * Whether a change records a meeting for the first time, soon after it was held. Recording a
 * meeting later requires someone independent, because it could be made up.
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

/** The deadline-relevant times that differ. */
export function redated({ before, after }: FactsStep) {
  return DATED_FACTS.filter(fact => before[fact] !== after[fact]);
}

/** Whether a change only corrects facts that were first entered recently. */
export function isFresh(change: FactsStep, now: Date): boolean {
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
 * prevents backdating, on first entry or by correction.
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
