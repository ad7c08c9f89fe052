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

import { useEffect, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { anchorOf } from '../model/outline';
import type { OutlineKey } from '../model/outline';

/**
 * Scrolls to what the address's fragment names, such as `A3` or `action-items`. The browser does
 * so only for what is there when the page opens, and this page's content comes later.
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

/** Which of the page's headings one is reading under, by the id of the heading. */
export function useActiveAnchor(ids: string[]): string | undefined {
  const [active, setActive] = useState<string>();
  const key = ids.join(' ');

  useEffect(() => {
    if (typeof IntersectionObserver === 'undefined') return undefined;
    const visible = new Set<string>();
    const observer = new IntersectionObserver(
      entries => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) visible.add(target.id);
          else visible.delete(target.id);
        }
        const first = key.split(' ').find(id => visible.has(id));
        if (first) setActive(first);
      },
      // What stands in the upper third of the window counts as being read.
      { rootMargin: '0px 0px -66% 0px' },
    );
    for (const id of key.split(' ')) {
      const element = document.getElementById(id);
      if (element) observer.observe(element);
    }
    return () => observer.disconnect();
  }, [key]);

  return active;
}
