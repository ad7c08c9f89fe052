import type { PostmortemSummary } from 'backstage-plugin-postmortems-common';

/**
 * A reference implementation of independence, approvals, severities and deadlines. It derives its
 * state from people's actions, never from stored data, and shares no code with the rules.
 */

/** The model of one postmortem. */
export interface ModelledPostmortem {
  owner?: string;
  /** People who acknowledged or edited as owner, by cycle. */
  involved: { who: string; cycle: number }[];
  /** Number of publications. */
  cycle: number;
  /** Publication times, and whether someone independent had approved. */
  publications: { at: number; approved: boolean }[];
  /** The words of each section. */
  words: Record<string, Word[]>;
  /** Incremented when content changes. */
  content: number;
  approvals: Record<string, number>;
  /** Reviewers whose requests for changes block publishing. */
  blocking: string[];
  /** Rank of the governing severity, including merged incidents. */
  peak: number;
  /** The same without merged incidents. */
  ownPeak: number;
  /** Every severity reached, any of which can determine the deadline. */
  reached: number[];
  /** Merged postmortems, with the state before the merge. */
  taken: Record<string, { peak: number; before: PostmortemSummary }>;
  /** When deadline-relevant facts were first entered. */
  entered: Record<string, number>;
  importer?: string;
  /** Unconfirmed claims of the import. */
  claims: ('publication' | 'waiver')[];
}

export interface Word {
  by: string;
  text: string;
}

export function newPostmortem(
  more: Partial<ModelledPostmortem> & Pick<ModelledPostmortem, 'peak'>,
): ModelledPostmortem {
  return {
    involved: [],
    cycle: 0,
    publications: [],
    words: {},
    content: 0,
    approvals: {},
    blocking: [],
    ownPeak: more.peak,
    reached: [more.peak],
    taken: {},
    entered: {},
    claims: [],
    ...more,
  };
}

/** Records a raised severity. Never lowers it. */
export function raise(model: ModelledPostmortem, rank: number): void {
  model.peak = Math.min(model.peak, rank);
  model.ownPeak = Math.min(model.ownPeak, rank);
  model.reached.push(rank);
}

function wroteMost({ words }: ModelledPostmortem, who: string): boolean {
  const all = Object.values(words).flat();
  const length = (some: Word[]) =>
    some.reduce((sum, { text }) => sum + text.length, 0);
  return length(all.filter(({ by }) => by === who)) * 2 > length(all);
}

/** Whether someone can grant an exception: never involved in any cycle, and not the main author. */
export function isIndependent(
  postmortem: ModelledPostmortem,
  who: string,
): boolean {
  return (
    postmortem.owner !== who &&
    postmortem.involved.every(each => each.who !== who) &&
    !wroteMost(postmortem, who)
  );
}

/** Whether an approval by someone counts in this cycle. */
function canApprove(postmortem: ModelledPostmortem, who: string): boolean {
  return (
    postmortem.owner !== who &&
    postmortem.involved.every(
      each => each.who !== who || each.cycle !== postmortem.cycle,
    ) &&
    !wroteMost(postmortem, who)
  );
}

/** Whether someone independent approves the current version. */
export function isApproved(postmortem: ModelledPostmortem): boolean {
  return Object.entries(postmortem.approvals).some(
    ([who, content]) =>
      content === postmortem.content && canApprove(postmortem, who),
  );
}

/** Whether publishing it now completes it under the policy. */
export function isPublishable(postmortem: ModelledPostmortem): boolean {
  const ownerIsEngaged = postmortem.involved.some(
    ({ who, cycle }) => who === postmortem.owner && cycle >= 0,
  );
  return (
    isApproved(postmortem) && ownerIsEngaged && postmortem.blocking.length === 0
  );
}

/** Records an edit. An owner is no longer independent afterwards. */
export function noteWriting(postmortem: ModelledPostmortem, who: string): void {
  if (postmortem.owner === who) {
    postmortem.involved.push({ who, cycle: postmortem.cycle });
  }
}

/** Start of the second policy in {@link POLICIES}. */
const LATER_POLICY = Date.parse('2026-03-10T00:00:00.000Z');

/** Offsets of the team time zones in a run: hours by which a day ends later than in UTC. */
const OFFSETS = [0, -11];

/**
 * All possible deadlines under the policies, given past severities and calendars. The law checks
 * step by step which one applies, and that it never moves later.
 */
export function possibleDues(
  { startedAt, resolvedAt }: { startedAt: number; resolvedAt: number },
  { reached }: Pick<ModelledPostmortem, 'reached'>,
): number[] {
  const isLater = startedAt >= LATER_POLICY;
  return [1, 2]
    .filter(rank => reached.includes(rank))
    .flatMap(rank =>
      OFFSETS.map(hours => {
        const offset = hours * 3_600_000;
        const day = Math.floor((resolvedAt + offset) / 86_400_000);
        const due = isLater ? dueDay(day, rank) : day + (rank === 1 ? 10 : 8);
        return (due + 1) * 86_400_000 - 1 - offset;
      }),
    );
}

/** Under the second policy: SEV-1 within 5 business days, SEV-2 within 3 calendar days. */
function dueDay(day: number, rank: number): number {
  if (rank === 2) return day + 3;
  let due = day;
  for (let counted = 0; counted < 5; ) {
    due += 1;
    // 1 January 1970 was a Thursday.
    const weekday = (due + 4) % 7;
    if (weekday !== 0 && weekday !== 6) counted += 1;
  }
  return due;
}
