import { useEffect, useState } from 'react';
import { useLocation } from '../ui/navigation/location';
import { anchorOf } from './parts';
import type { OutlineKey } from './parts';

/**
 * Scrolls to the URL's fragment, such as `A3` or `action-items`, because browsers only scroll to
 * content that exists when the page opens.
 */
export function useScrollToAnchor(): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (!hash) return;
    const name = decodeURIComponent(hash.slice(1));
    const target =
      document.getElementById(name) ??
      document.getElementById(anchorOf(name as OutlineKey));
    target?.scrollIntoView({ block: 'start' });
  }, [hash]);
}

/** Returns the id of the last heading at or above the reading position. */
export function useActiveAnchor(ids: string[]): string | undefined {
  const [active, setActive] = useState<string>();
  const key = ids.join(' ');

  useEffect(() => {
    let frame = 0;
    const update = () => {
      // The reader is assumed to be reading the upper third of the window.
      const position = window.innerHeight / 3;
      const read = key.split(' ').filter(id => {
        const element = document.getElementById(id);
        return element && element.getBoundingClientRect().top <= position;
      });
      setActive(read[read.length - 1]);
    };
    const onScroll = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(update);
    };
    update();
    // The portal may scroll an element within the page, and such scroll events don't bubble.
    document.addEventListener('scroll', onScroll, true);
    window.addEventListener('resize', onScroll);
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener('scroll', onScroll, true);
      window.removeEventListener('resize', onScroll);
    };
  }, [key]);

  return active;
}
