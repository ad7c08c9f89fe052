import type { ComplianceExceptionKind } from 'backstage-plugin-postmortems-common';
import type { FactEntries, PostmortemRecord } from '../PostmortemRecord';
import type { NewComplianceException } from './exceptions';

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
      /** Overrides for the report entry, for a change that affects another postmortem. */
      entry?: Partial<NewComplianceException>;
    }
  | { by: 'source' };

/** A change of facts, with the compliance results before and after. */
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
