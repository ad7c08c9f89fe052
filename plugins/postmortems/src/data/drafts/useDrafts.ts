import { useEffect, useState } from 'react';
import { abandonedDrafts, draftsOf, onDraftsChange } from './draftStore';
import type { Draft } from './draftStore';

function useSelected(select: () => Draft[], key: string): Draft[] {
  const [state, setState] = useState(() => ({ key, drafts: select() }));
  useEffect(() => {
    function refresh() {
      const drafts = select();
      setState(shown =>
        shown.key === key &&
        JSON.stringify(shown.drafts) === JSON.stringify(drafts)
          ? shown
          : { key, drafts },
      );
    }
    refresh();
    return onDraftsChange(refresh);
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key]);
  return state.key === key ? state.drafts : [];
}

/** The author's unsaved texts for a postmortem, except those shown in an open editor. */
export function useDrafts(postmortemId: string): Draft[] {
  return useSelected(() => draftsOf(postmortemId), postmortemId);
}

/** The author's unsaved texts for a postmortem, including those in open editors. */
export function useAllDrafts(postmortemId: string): Draft[] {
  return useSelected(() => draftsOf(postmortemId, true), postmortemId);
}

/** The author's unsaved texts for a part whose editor is no longer open. */
export function usePartDrafts(postmortemId: string, part: string): Draft[] {
  return useSelected(
    () => abandonedDrafts(postmortemId, part),
    `${postmortemId} ${part}`,
  );
}
