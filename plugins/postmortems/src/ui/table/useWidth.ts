import { useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';

/**
 * Tracks an element's width in pixels. Unlike the window's width, it accounts for the portal's
 * sidebar. `undefined` until the element is shown, or if the browser doesn't report widths.
 * `isMeasuring` is set until the first width is known.
 */
export function useWidth<T extends HTMLElement>(): {
  ref: RefObject<T>;
  width: number | undefined;
  isMeasuring: boolean;
} {
  const ref = useRef<T>(null);
  const [width, setWidth] = useState<number>();

  useLayoutEffect(() => {
    const element = ref.current;
    if (!element || typeof ResizeObserver === 'undefined') return undefined;

    const measure = () => {
      const shown = element.getBoundingClientRect().width;
      if (shown > 0) setWidth(shown);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  return {
    ref,
    width,
    isMeasuring: width === undefined && typeof ResizeObserver !== 'undefined',
  };
}
