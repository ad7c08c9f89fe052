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

import type { Page } from '@playwright/test';

/** Where the portal shows texts of ours, and none of other plugins. */
const OURS = 'main, [role="dialog"], [role="menu"], [role="tooltip"]';

/**
 * Remembers every text that the backend sends from now on: what is shown of that is data, and
 * nobody translates it.
 */
export function watchData(page: Page): () => Promise<string> {
  const bodies: Promise<string>[] = [];
  page.on('response', response => {
    if (!response.url().includes('/api/')) return;
    // An answer that came while the page was left has no body any more.
    bodies.push(response.text().catch(() => ''));
  });
  return async () =>
    (await Promise.all(bodies))
      .join('\n')
      .replaceAll('\\n', '\n')
      .replaceAll('\\"', '"');
}

/** What is on the screen in words that are neither pseudo-texts nor data. */
export async function untranslated(
  page: Page,
  dataSoFar: () => Promise<string>,
) {
  const texts = await page.locator(OURS).evaluateAll(roots =>
    roots
      .filter(root => !root.parentElement?.closest('main, [role="dialog"]'))
      .flatMap(root => {
        const found: string[] = [];
        // A text may go through several elements, so brackets are counted over all of them.
        let depth = 0;
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const parent = node.parentElement!;
          if (parent.closest('style, script, code, pre, .cm-editor')) continue;
          let outside = '';
          for (const sign of node.textContent ?? '') {
            if (sign === '[') depth++;
            else if (sign === ']') depth = Math.max(0, depth - 1);
            else if (depth === 0) outside += sign;
          }
          if (parent.checkVisibility()) found.push(outside.trim());
        }
        for (const element of root.querySelectorAll('*')) {
          for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
            const value = element.getAttribute(name);
            if (value && !element.closest('.cm-editor')) {
              found.push(value.replace(/\[.*\]/s, '').trim());
            }
          }
        }
        return found;
      }),
  );
  // Only now, as what is shown has come before.
  const data = await dataSoFar();
  return [...new Set(texts)].filter(
    text => /\p{L}{3}/u.test(text) && !isData(text, data),
  );
}

/** Days and months are written by the browser. */
const DATES =
  /\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|UTC|CET|CEST|GMT)(day|sday|nesday|rsday|urday|uary|ruary|ch|il|e|y|ust|tember|ober|ember)?\b/g;

/** Data may stand beside one another: an id and a title, a reference and a description. */
function isData(text: string, data: string, pieces = 4): boolean {
  if (data.includes(text)) return true;
  const rest = text.replace(DATES, '').replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  if (!/\p{L}{3}/u.test(rest) || data.includes(rest)) return true;
  if (pieces === 1) return false;
  const words = rest.split(/(?<=[\s|:(])/);
  for (let many = words.length - 1; many > 0; many--) {
    if (data.includes(words.slice(0, many).join('').trim())) {
      return isData(words.slice(many).join(''), data, pieces - 1);
    }
  }
  return false;
}

/** Pseudo-texts that are cut off, or stick out of the window where nothing scrolls. */
export function cutOff(page: Page) {
  return page.locator(OURS).evaluateAll(roots => {
    const found = new Set<string>();
    for (const root of roots) {
      for (const element of root.querySelectorAll('*')) {
        const own = [...element.childNodes]
          .filter(node => node.nodeType === Node.TEXT_NODE)
          .map(node => node.textContent)
          .join('');
        if (!own.includes('~') || !element.checkVisibility()) continue;
        const box = element.getBoundingClientRect();
        // Only for screen readers.
        if (box.width <= 1 || box.height <= 1) continue;
        for (
          let around: Element | null = element;
          around && around !== document.body;
          around = around.parentElement
        ) {
          const style = getComputedStyle(around);
          if (/auto|scroll/.test(style.overflowX)) break;
          const frame = around.getBoundingClientRect();
          if (style.clip !== 'auto' || frame.width <= 1) break;
          const hides = /hidden|clip/.test(style.overflowX);
          if (
            hides &&
            (around === element
              ? around.scrollWidth > around.clientWidth + 1
              : box.right > frame.right + 1)
          ) {
            found.add(`cut off: ${own}`);
          }
          if (style.position === 'fixed') break;
        }
        if (box.right > window.innerWidth + 1) {
          const scrolls = (each: Element | null): boolean =>
            each !== null &&
            (/auto|scroll/.test(getComputedStyle(each).overflowX) ||
              scrolls(each.parentElement));
          if (!scrolls(element.parentElement)) found.add(`outside: ${own}`);
        }
      }
    }
    return [...found];
  });
}
