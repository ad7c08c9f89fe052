/** Who gets a reminder. `parent` means the parent group of the owning team. */
export type Audience = 'owner' | 'team' | 'parent';

/** A stage of reminders: when, relative to the deadline, and to whom. */
export interface Stage {
  /** Hours after the deadline; negative before it. */
  offsetHours: number;
  to: Audience;
}

/** A setting that can differ by severity. */
export interface BySeverity<T> {
  /** For severities without a value of their own. */
  otherwise: T;
  bySeverity: Map<string, T>;
}

/** The stages of one kind of deadline. */
export type Stages = BySeverity<Stage[]>;

/** Configured reminder rules. */
export interface ReminderRules {
  enabled: boolean;
  /** Time of digests, in milliseconds after local midnight. */
  digestAt: number;
  /** Hours until escalation, if an owner does not acknowledge or a team assigns no owner. */
  acknowledgeWithinHours: number;
  /** Hours without news before someone is asked whether an incident is still ongoing. */
  unresolvedAfterHours: BySeverity<number>;
  /** Hours between repeated questions to the team, if there is still no news. */
  unresolvedRepeatHours: BySeverity<number>;
  postmortems: Stages;
  actionItems: Stages;
}

export function valueFor<T>(setting: BySeverity<T>, severity: string): T {
  return setting.bySeverity.get(severity) ?? setting.otherwise;
}
