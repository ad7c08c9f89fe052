import { useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';

/**
 * Tracks the width of an element in pixels. Unlike the width of the window, it takes the portal's
 * sidebar into account. `undefined` if the browser can't tell.
 */
export function useWidth<T extends HTMLElement>(): {
  ref: RefObject<T>;
  width: number | undefined;
} {
  const ref = useRef<T>(null);
  const [width, setWidth] = useState<number>();

  useLayoutEffect(() => {
    const element = ref.current;
    if (!element || typeof ResizeObserver === 'undefined') return undefined;

    const measure = () => setWidth(element.getBoundingClientRect().width);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  return { ref, width };
}
