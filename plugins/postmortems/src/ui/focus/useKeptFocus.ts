import { useEffect, useRef } from 'react';
import type { FocusEventHandler, RefObject } from 'react';

/** Props for the container. */
export interface KeptFocus<T extends HTMLElement> {
  ref: RefObject<T>;
  tabIndex: -1;
  onFocus: FocusEventHandler;
  onBlur: FocusEventHandler;
}

/**
 * Keeps the focus in a part of the page when the focused element disappears, for example a button
 * that was just used. Otherwise the focus would move to the top of the page.
 */
export function useKeptFocus<T extends HTMLElement>(): KeptFocus<T> {
  const ref = useRef<T>(null);
  const isWithin = useRef(false);

  // Any render can remove the focused element, and React fires no blur event for that.
  useEffect(() => {
    if (isWithin.current && document.activeElement === document.body) {
      ref.current?.focus({ preventScroll: true });
    }
  });

  return {
    ref,
    tabIndex: -1,
    onFocus: () => {
      isWithin.current = true;
    },
    // A button that is disabled during its request loses focus, although the user hasn't left it.
    onBlur: ({ target }) => {
      // When a select loses focus, Material UI reports a plain object as the target.
      isWithin.current =
        target instanceof Element && target.matches(':disabled');
    },
  };
}
