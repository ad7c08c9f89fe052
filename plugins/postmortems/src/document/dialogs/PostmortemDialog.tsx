import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { Dialog } from '../../ui/dialogs/Dialog';
import { LoadError } from '../../ui/feedback/LoadError';
import { DocumentProvider } from '../useDocument';
import { usePostmortem } from '../usePostmortem';
import { FrozenDocument } from './FrozenDocument';

/** Loads the postmortem for a dialog that is opened outside its page. */
export function PostmortemDialog(props: {
  id: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const { id, onClose, children } = props;
  const { postmortem, error, retry } = usePostmortem(id);
  const state = useMemo(
    () =>
      postmortem && {
        postmortem,
        canEdit: true,
        canWrite: true,
        canDelete: false,
        editing: false,
        writing: false,
        setEditing: () => {},
      },
    [postmortem],
  );

  if (error) {
    return (
      <Dialog title={id} onClose={onClose}>
        <LoadError error={error} retry={retry} />
      </Dialog>
    );
  }
  if (!state) return null;
  return (
    <DocumentProvider value={state}>
      <FrozenDocument>{children}</FrozenDocument>
    </DocumentProvider>
  );
}
