import { useEffect, useRef } from 'react';

/** Returns the clicked link if it would open another page in this tab. */
function leavingLink(event: MouseEvent): HTMLAnchorElement | undefined {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) {
    return undefined;
  }
  const link = (event.target as Element | null)?.closest?.('a[href]');
  if (!(link instanceof HTMLAnchorElement)) return undefined;
  if (link.target && link.target !== '_self') return undefined;
  if (link.hasAttribute('download')) return undefined;
  const samePage =
    link.origin === window.location.origin &&
    link.pathname === window.location.pathname;
  return samePage ? undefined : link;
}

/**
 * While `active`, asks before a link is followed, and lets the browser ask before the tab is
 * closed. The portal's router can't block navigation, so clicks on links are intercepted.
 *
 * @param ask - asks the user, and calls its argument to leave
 */
export function useLeaveGuard(
  active: boolean,
  ask: (leave: () => void) => void,
): void {
  const latestAsk = useRef(ask);
  latestAsk.current = ask;
  useEffect(() => {
    if (!active) return undefined;
    let isLeaving = false;

    function onBeforeUnload(event: BeforeUnloadEvent) {
      if (!isLeaving) event.preventDefault();
    }
    function onClick(event: MouseEvent) {
      const link = leavingLink(event);
      if (!link || isLeaving) return;
      event.preventDefault();
      event.stopPropagation();
      latestAsk.current(() => {
        isLeaving = true;
        link.click();
        isLeaving = false;
      });
    }

    window.addEventListener('beforeunload', onBeforeUnload);
    document.addEventListener('click', onClick, true);
    return () => {
      window.removeEventListener('beforeunload', onBeforeUnload);
      document.removeEventListener('click', onClick, true);
    };
  }, [active]);
}
