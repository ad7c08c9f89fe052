import type { Page } from '@playwright/test';

/** The parts of a page in which all texts are the plugin's. */
const OURS = 'main, [role="dialog"], [role="menu"], [role="tooltip"]';

/** Records every text in backend responses, which is data and needs no translation. */
export function watchData(page: Page): () => Promise<string> {
  const bodies: Promise<string>[] = [];
  page.on('response', response => {
    if (!response.url().includes('/api/')) return;
    // After a navigation, the body of an earlier response is no longer available.
    bodies.push(response.text().catch(() => ''));
  });
  return async () =>
    (await Promise.all(bodies))
      .join('\n')
      .replaceAll('\\n', '\n')
      .replaceAll('\\"', '"');
}

/** Finds visible texts that are neither pseudo-localized nor data. */
export async function untranslated(
  page: Page,
  dataSoFar: () => Promise<string>,
) {
  const texts = await page.locator(OURS).evaluateAll(roots =>
    roots
      .filter(root => !root.parentElement?.closest('main, [role="dialog"]'))
      .flatMap(root => {
        const found: string[] = [];
        // A text can span several elements, so brackets are counted across them.
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
  // Read the data last, when the responses with everything visible have arrived.
  const data = await dataSoFar();
  return [...new Set(texts)].filter(
    text => /\p{L}{3}/u.test(text) && !isData(text, data),
  );
}

/** Names of days and months. They aren't translated, because the browser formats them. */
const DATES =
  /\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|UTC|CET|CEST|GMT)(day|sday|nesday|rsday|urday|uary|ruary|ch|il|e|y|ust|tember|ober|ember)?\b/g;

/**
 * Whether a text consists of data only. It may combine several pieces, such as an id and a title.
 */
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

/** Finds pseudo-localized texts that are truncated, or overflow the window. */
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
        // Skip texts for screen readers only.
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
