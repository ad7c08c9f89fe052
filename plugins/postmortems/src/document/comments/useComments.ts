import { createContext, useContext } from 'react';
import type {
  Comment,
  CommentAnchor,
} from 'backstage-plugin-postmortems-common';

/** What the panel was opened for: all comments, those on one part, or a single one. */
export type PanelTarget =
  | { kind: 'all' }
  | { kind: 'part'; anchor?: CommentAnchor }
  | { kind: 'comment'; id: string };

/** Comment state that the parts of the page share. */
export interface CommentsState {
  /** Oldest first; undefined until they have loaded. */
  comments?: Comment[];
  error?: Error;
  retry: () => void;
  canComment: boolean;
  /** The number of open comments, in total or on one part. */
  countOpen: (anchor?: CommentAnchor) => number;
  /** What the open panel shows; undefined while it is closed. */
  target?: PanelTarget;
  open: (target: PanelTarget) => void;
  close: () => void;
}

/** Set by `CommentsProvider`. */
export const CommentsContext = createContext<CommentsState | undefined>(
  undefined,
);

/** The comments on the postmortem on this page. */
export function useComments(): CommentsState {
  const state = useContext(CommentsContext);
  if (!state) throw new Error('useComments needs a CommentsProvider');
  return state;
}
