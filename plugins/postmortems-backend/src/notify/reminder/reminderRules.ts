import type { WeeklyTime } from '../weekly/dueWeek';

/** Who gets a reminder. `parent` means the owning team's parent group. */
export type Audience = 'owner' | 'team' | 'parent';

/** A reminder stage: when, relative to the deadline, and to whom. */
export interface Stage {
  /** Hours after the deadline; negative before it. */
  offsetHours: number;
  to: Audience;
}

/** A setting that can differ by severity. */
export interface BySeverity<T> {
  /** Applies to severities without their own value. */
  otherwise: T;
  bySeverity: Map<string, T>;
}

/** The stages for one kind of deadline. */
export type Stages = BySeverity<Stage[]>;

/** Configured reminder rules. */
export interface ReminderRules {
  enabled: boolean;
  /** Time of day for digests, in milliseconds after local midnight. */
  digestAt: number;
  /** Hours until escalation, if an owner doesn't acknowledge or a team doesn't assign an owner. */
  acknowledgeWithinHours: number;
  /** Hours without news before someone is asked whether an incident is still ongoing. */
  unresolvedAfterHours: BySeverity<number>;
  /** Hours between repeated questions to the team, if there is still no news. */
  unresolvedRepeatHours: BySeverity<number>;
  postmortems: Stages;
  actionItems: Stages;
  /** When those accountable for a group get its numbers; undefined if they don't. */
  weeklyDigest?: WeeklyTime;
}

export function valueFor<T>(setting: BySeverity<T>, severity: string): T {
  return setting.bySeverity.get(severity) ?? setting.otherwise;
}
