import type { Policy } from 'backstage-plugin-postmortems-common';

/**
 * A reference implementation of compliance, derived from people's actions. Shares no code with the
 * rules.
 */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The expected state of one postmortem. */
export interface Opinion {
  startedAt: number;
  resolvedAt?: number;
  meetingHeldAt?: number;
  owner?: string;
  involved: { who: string; cycle: number }[];
  /** The author of each word. All words have the same length. */
  words: string[];
  content: number;
  approvals: Record<string, number>;
  blocking: string[];
  publications: { at: number; isApproved: boolean }[];
  /** Only actions since then complete it. */
  attachedAt: number;
  waiver?: { expiresAt?: number };
  extension?: number;
  /** Unconfirmed claim of the import. */
  claim?: 'publication' | 'waiver';
  importer?: string;
  /** Ranks; 1 is the most severe. */
  peak: number;
  reached: number[];
  entered: Record<string, number>;
}

export function newOpinion(
  facts: Pick<Opinion, 'startedAt' | 'resolvedAt' | 'peak'> & Partial<Opinion>,
  now: number,
): Opinion {
  return {
    involved: [],
    words: [],
    content: 0,
    approvals: {},
    blocking: [],
    publications: [],
    attachedAt: 0,
    reached: [facts.peak],
    ...facts,
    entered: {
      startedAt: now,
      ...(facts.resolvedAt !== undefined && { resolvedAt: now }),
    },
  };
}

function wroteMost({ words }: Opinion, who: string): boolean {
  return words.filter(each => each === who).length * 2 > words.length;
}

export function isIndependent(opinion: Opinion, who: string): boolean {
  return (
    opinion.owner !== who &&
    opinion.involved.every(each => each.who !== who) &&
    !wroteMost(opinion, who)
  );
}

/** Whether an approval counts under the configuration. */
function canApprove(
  opinion: Opinion,
  who: string,
  rule: 'not-owner' | 'not-author',
): boolean {
  const cycle = opinion.publications.length;
  return (
    opinion.owner !== who &&
    opinion.involved.every(each => each.who !== who || each.cycle !== cycle) &&
    (rule === 'not-owner' || !wroteMost(opinion, who))
  );
}

export function isApproved(
  opinion: Opinion,
  rule: 'not-owner' | 'not-author',
): boolean {
  return Object.entries(opinion.approvals).some(
    ([who, content]) =>
      content === opinion.content && canApprove(opinion, who, rule),
  );
}

export function noteWriting(opinion: Opinion, who: string): void {
  if (opinion.owner !== who) return;
  opinion.involved.push({ who, cycle: opinion.publications.length });
}

/** The policies in the order in which they take effect. */
export type Policies = [older: Policy, later: Policy];

/** Start of the later policy. */
export const LATER = '2026-03-10';

export function policyOf({ startedAt }: Opinion, policies: Policies): Policy {
  return policies[startedAt < Date.parse(LATER) ? 0 : 1];
}

const ruleOf = ({ rules }: Policy, rank: number) =>
  rules.find(({ severity }) => severity === `SEV-${rank}`);

/** Whether a postmortem is required: yes, possibly (an earlier severity required it), or no. */
export function isRequired(
  opinion: Opinion,
  policies: Policies,
): boolean | 'perhaps' {
  if (ruleOf(policyOf(opinion, policies), opinion.peak)) return true;
  const before = policies.some(policy =>
    opinion.reached.some(rank => ruleOf(policy, rank)),
  );
  return before ? 'perhaps' : false;
}

/** Hours by which days end later than in UTC, by team time zone. */
export const ZONES: Record<string, number> = {
  UTC: 0,
  'Pacific/Pago_Pago': 11,
  'Pacific/Kiritimati': -14,
};

/** All deadlines that past severities and calendars allow. */
export function possibleDues(opinion: Opinion, policies: Policies): number[] {
  const { resolvedAt, reached } = opinion;
  if (resolvedAt === undefined) return [];
  const rules = policies.flatMap(policy =>
    reached.flatMap(rank => ruleOf(policy, rank) ?? []),
  );
  return rules.flatMap(({ due }) => {
    if ('hours' in due) return [resolvedAt + due.hours * HOUR];
    return Object.values(ZONES).map(later => {
      const day = Math.floor((resolvedAt - later * HOUR) / DAY);
      const last =
        'calendarDays' in due
          ? day + due.calendarDays
          : afterBusinessDays(day, due.businessDays);
      return (last + 1) * DAY - 1 + later * HOUR;
    });
  });
}

function afterBusinessDays(day: number, count: number): number {
  let last = day;
  for (let counted = 0; counted < count; ) {
    last += 1;
    // 1 January 1970 was a Thursday.
    const weekday = (last + 4) % 7;
    if (weekday !== 0 && weekday !== 6) counted += 1;
  }
  return last;
}

/** When it was completed under the policy. */
export function completedAt(
  opinion: Opinion,
  policies: Policies,
): number | undefined {
  const { publications, meetingHeldAt, attachedAt } = opinion;
  const done =
    policyOf(opinion, policies).satisfiedBy === 'meeting-held'
      ? [meetingHeldAt]
      : publications.map(({ at }) => at);
  return done.find(at => at !== undefined && at >= attachedAt);
}

/** Whether only claims complete or excuse it. */
export function isClaimed(opinion: Opinion, policies: Policies): boolean {
  const { claim, publications, waiver, attachedAt } = opinion;
  // Claims do not cover what was added after the import.
  if (attachedAt > 0) return false;
  if (claim === 'waiver') return waiver === undefined;
  return (
    claim === 'publication' &&
    publications.length === 0 &&
    policyOf(opinion, policies).satisfiedBy === 'published'
  );
}

export function statusBy(
  {
    required,
    claimed,
    waiver,
    dueAt,
    doneAt,
  }: {
    required: boolean;
    claimed: boolean;
    waiver: Opinion['waiver'];
    dueAt: number | undefined;
    doneAt: number | undefined;
  },
  now: number,
  warnHours: number,
): string {
  if (!required) return 'not-required';
  if (claimed) return 'claimed';
  if (waiver && !(waiver.expiresAt !== undefined && waiver.expiresAt <= now)) {
    return 'waived';
  }
  if (dueAt === undefined) return 'pending';
  if (doneAt !== undefined) return doneAt <= dueAt ? 'met' : 'late';
  if (now > dueAt) return 'overdue';
  return now >= dueAt - warnHours * HOUR ? 'due-soon' : 'on-track';
}
