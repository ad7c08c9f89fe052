import { CommitDialog } from './CommitDialog';
import type { StepDialogProps } from './CommitDialog';
import { DeclineDialog } from './DeclineDialog';

/** Asks for what a status change requires, and makes the change. */
export function StepDialog(props: StepDialogProps) {
  return props.to === 'declined' ? (
    <DeclineDialog {...props} />
  ) : (
    <CommitDialog {...props} />
  );
}
