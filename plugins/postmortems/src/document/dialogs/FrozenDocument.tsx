import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { DocumentProvider, useDocument } from '../useDocument';

/**
 * Gives a dialog the postmortem as it was when the dialog opened, even if the page shows newer
 * changes. Saving then sends the revision that the user saw, so the server rejects outdated
 * decisions.
 */
export function FrozenDocument(props: { children: ReactNode }) {
  const document = useDocument();
  const [postmortem, thaw] = useState(document.postmortem);
  const value = useMemo(
    () => ({ ...document, postmortem, thaw }),
    [document, postmortem],
  );
  return <DocumentProvider value={value}>{props.children}</DocumentProvider>;
}
