import type { ActionItemContext } from '../actionItem/ports';
import type { ReviewContext } from '../review/ports';
import type { AbsenceStore } from '../team/ports';

export interface OwnershipContext extends ReviewContext, ActionItemContext {
  actionItems: ActionItemContext['actionItems'];
  absences: AbsenceStore;
}
