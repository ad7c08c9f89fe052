import { createContext, useContext } from 'react';
import type { ReactNode } from 'react';
import type { Postmortem } from 'backstage-plugin-postmortems-common';

/** State shared by the parts of the page. */
export interface DocumentState {
  postmortem: Postmortem;
  /** Shows the latest state in a dialog, which otherwise keeps the state from when it opened. */
  thaw?: (postmortem: Postmortem) => void;
  canEdit: boolean;
  /** Whether text and facts can be changed. Published postmortems must be reopened first. */
  canWrite: boolean;
  canDelete: boolean;
  /** Whether the page is being edited. Never true without `canEdit`. */
  editing: boolean;
  /** Whether text and facts are being edited. */
  writing: boolean;
  setEditing: (editing: boolean) => void;
}

const DocumentContext = createContext<DocumentState | undefined>(undefined);

/** Provides the postmortem to the parts of the page. */
export function DocumentProvider(props: {
  value: DocumentState;
  children: ReactNode;
}) {
  return (
    <DocumentContext.Provider value={props.value}>
      {props.children}
    </DocumentContext.Provider>
  );
}

/** Returns the postmortem on the page, or undefined on other pages. */
export function useMaybeDocument(): DocumentState | undefined {
  return useContext(DocumentContext);
}

/** Returns the postmortem on the page and the user's permissions for it. */
export function useDocument(): DocumentState {
  const state = useContext(DocumentContext);
  if (!state) throw new Error('useDocument needs a DocumentProvider');
  return state;
}
