/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import {
  createContext,
  lazy,
  Suspense,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { ReactNode } from 'react';
import { useLocation } from 'react-router-dom';
import { postmortemCommentPermission } from 'backstage-plugin-postmortems-common';
import type { CommentAnchor } from 'backstage-plugin-postmortems-common';
import { useMay } from '../../shared';
import { useDocument } from '../hooks/useDocument';
import { useCommentList } from './useCommentList';
import type { CommentList } from './useCommentList';

const CommentsPanel = lazy(() =>
  import('./CommentsPanel').then(m => ({ default: m.CommentsPanel })),
);

/** What the panel was opened for: all comments, those on one part, or a single one. */
export type PanelTarget =
  | { kind: 'all' }
  | { kind: 'part'; anchor?: CommentAnchor }
  | { kind: 'comment'; id: string };

/** The comments as the parts of the page share them. */
export interface CommentsState extends CommentList {
  canComment: boolean;
  /** How many are open, about everything or about one part. */
  countOpen: (anchor?: CommentAnchor) => number;
  /** What the open panel shows; undefined while it is closed. */
  target?: PanelTarget;
  open: (target: PanelTarget) => void;
  close: () => void;
}

const CommentsContext = createContext<CommentsState | undefined>(undefined);

/** The comments of the postmortem on the page. */
export function useComments(): CommentsState {
  const state = useContext(CommentsContext);
  if (!state) throw new Error('useComments needs a CommentsProvider');
  return state;
}

/** Around the page of a postmortem: its comments, and the panel that shows them. */
export function CommentsProvider(props: { children: ReactNode }) {
  const { id, openComments } = useDocument().postmortem;
  const canComment = useMay(postmortemCommentPermission, id);
  const [target, setTarget] = useState<PanelTarget>();
  // Once it was there the panel only hides, so that nothing written in it is lost.
  const [wasOpened, setWasOpened] = useState(false);
  const list = useCommentList(id, openComments > 0 || wasOpened);
  const { comments, error, retry, show, hide } = list;
  const opener = useRef<Element | null>(null);

  const open = useCallback((wanted: PanelTarget) => {
    opener.current = document.activeElement;
    setTarget(wanted);
    setWasOpened(true);
  }, []);
  const close = useCallback(() => {
    setTarget(undefined);
    if (opener.current instanceof HTMLElement) {
      opener.current.focus({ preventScroll: true });
    }
  }, []);

  const { hash } = useLocation();
  useEffect(() => {
    const linked = /^#comment-(\d+)$/.exec(hash)?.[1];
    if (linked) open({ kind: 'comment', id: linked });
  }, [hash, open]);

  const state = useMemo(
    () => ({
      comments,
      error,
      retry,
      show,
      hide,
      canComment,
      countOpen: (anchor?: CommentAnchor) =>
        comments
          ? comments.filter(
              comment =>
                !comment.resolvedAt && (!anchor || comment.anchor === anchor),
            ).length
          : Number(!anchor && openComments),
      target,
      open,
      close,
    }),
    [
      comments,
      error,
      retry,
      show,
      hide,
      canComment,
      openComments,
      target,
      open,
      close,
    ],
  );
  return (
    <CommentsContext.Provider value={state}>
      {props.children}
      {wasOpened && (
        <Suspense fallback={null}>
          <CommentsPanel />
        </Suspense>
      )}
    </CommentsContext.Provider>
  );
}
