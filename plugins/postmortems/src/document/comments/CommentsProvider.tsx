import {
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { ReactNode } from 'react';
import { postmortemCommentPermission } from 'backstage-plugin-postmortems-common';
import type { CommentAnchor } from 'backstage-plugin-postmortems-common';
import { postmortemQueries } from '../../data/queries';
import { useLoaded } from '../../data/useLoaded';
import { useMay } from '../../data/useMay';
import { useLocation } from '../../ui/navigation/location';
import { useDocument } from '../useDocument';
import { CommentsContext } from './useComments';
import type { PanelTarget } from './useComments';

const CommentsPanel = lazy(() =>
  import('./CommentsPanel').then(m => ({ default: m.CommentsPanel })),
);

/** Provides the postmortem's comments and the panel that shows them. */
export function CommentsProvider(props: { children: ReactNode }) {
  const { id, openComments } = useDocument().postmortem;
  const canComment = useMay(postmortemCommentPermission, id);
  const [target, setTarget] = useState<PanelTarget>();
  // Once opened, the panel is only ever hidden, so that unsaved text is kept.
  const [wasOpened, setWasOpened] = useState(false);
  const {
    value: comments,
    error,
    retry,
  } = useLoaded({
    ...postmortemQueries.comments(id),
    enabled: openComments > 0 || wasOpened,
  });
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
    [comments, error, retry, canComment, openComments, target, open, close],
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
