import type { Postmortem } from 'backstage-plugin-postmortems-common';

export type MilestoneKey = 'started' | 'detected' | 'mitigated' | 'resolved';

/** A milestone and the time since the previous one. */
export interface Milestone {
  key: MilestoneKey;
  at: string;
  /** Milliseconds since the previous milestone; undefined for the first. */
  after?: number;
}

/** Returns the known milestones in chronological order. */
export function milestonesOf(
  times: Pick<
    Postmortem,
    'startedAt' | 'detectedAt' | 'mitigatedAt' | 'resolvedAt'
  >,
): Milestone[] {
  const known: Milestone[] = [];
  const all: Array<[MilestoneKey, string | undefined]> = [
    ['started', times.startedAt],
    ['detected', times.detectedAt],
    ['mitigated', times.mitigatedAt],
    ['resolved', times.resolvedAt],
  ];
  for (const [key, at] of all) {
    if (at) known.push({ key, at });
  }
  // An incident can be mitigated before it is detected.
  known.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return known.map((milestone, index) =>
    index === 0
      ? milestone
      : {
          ...milestone,
          after: Date.parse(milestone.at) - Date.parse(known[index - 1].at),
        },
  );
}
