import type { ComplianceExceptionKind } from 'backstage-plugin-postmortems-common';
import type { FactEntries, PostmortemRecord } from '../PostmortemRecord';
import type { NewComplianceException } from './exceptions';

/**
 * Why a change may improve compliance: completion under the policy (`listedAs` if it must still be
 * in the exceptions report), an exception by someone independent (checked by the operation), or a
 * report by the incident source.
 */
export type Justification =
  | { by: 'completion'; listedAs?: ComplianceExceptionKind }
  | {
      by: 'exception';
      kind: ComplianceExceptionKind;
      subjectId?: string;
      /** When the facts of the merged side were first entered. */
      entered?: FactEntries;
      /** Overrides for the report entry, for a change that affects another postmortem. */
      entry?: Partial<NewComplianceException>;
    }
  | { by: 'source' };

/** A change of facts with its verdict. */
export interface FactsStep {
  /**
   * The state before the change. If the change also raises the severity, the state with only the
   * severity raised.
   */
  before: PostmortemRecord;
  after: PostmortemRecord;
  /** Whether a postmortem was required before the change, even before the severity was raised. */
  wasRequired: boolean;
  /**
   * The due date if the incident were resolved now, before and after the change. Set if no deadline
   * runs and the change affects which policy applies.
   */
  wouldBeDue?: { before?: string; after?: string };
}
