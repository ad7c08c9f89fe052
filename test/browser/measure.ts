import type { Browser, Page } from '@playwright/test';

/** Loading times and layout shift of a page. */
export interface Loading {
  /** Milliseconds until the first content. */
  first: number;
  /** Milliseconds until all placeholders are gone. */
  content: number;
  /** Cumulative layout shift. */
  shift: number;
}

/** A page, and an element that appears only with its data. */
export interface Target {
  name: string;
  path: string;
  content: string;
}

/** Records layout shifts without user input. */
function watchShifts() {
  const seen = window as unknown as { shift: number };
  seen.shift = 0;
  new PerformanceObserver(list => {
    for (const entry of list.getEntries() as unknown as {
      value: number;
      hadRecentInput: boolean;
    }[]) {
      if (!entry.hadRecentInput) seen.shift += entry.value;
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Opens a signed-in browser with an empty cache. */
export async function openSignedIn(browser: Browser, url: string) {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: 1440, height: 900 },
  });
  const page = await context.newPage();
  await page.goto('/');
  const enter = page.getByRole('button', { name: 'Enter' });
  await enter.click();
  await enter.waitFor({ state: 'hidden' });
  const storageState = await context.storageState();
  await context.close();
  return async () => {
    const fresh = await browser.newContext({
      baseURL: url,
      storageState,
      viewport: { width: 1440, height: 900 },
    });
    await fresh.addInitScript(watchShifts);
    return fresh;
  };
}

/** Selectors of loading placeholders. */
const PLACEHOLDERS =
  'main .MuiSkeleton-root, main [role="progressbar"], main [data-testid="progress"]';

/**
 * Records when a page has its first content, and when it became complete. Based on frames, which
 * are late while scripts run, just like for a user.
 */
function watchContent({ content, placeholders }: Record<string, string>) {
  const seen = window as unknown as { first?: number; content?: number };
  const look = () => {
    if (document.querySelector(content)) {
      seen.first ??= performance.now();
      if (document.querySelector(placeholders)) seen.content = undefined;
      else seen.content ??= performance.now();
    }
    requestAnimationFrame(look);
  };
  look();
}

/** Loads a page, and waits until it is complete. */
export async function load(page: Page, target: Target): Promise<Loading> {
  await page.addInitScript(watchContent, {
    content: target.content,
    placeholders: PLACEHOLDERS,
  });
  await page.goto(target.path, { waitUntil: 'networkidle' });
  await page.waitForFunction(() => 'content' in window && window.content);
  await page.waitForTimeout(1_000);
  return page.evaluate(() => {
    const { first, content, shift } = window as unknown as Loading;
    return { first, content, shift };
  });
}

/** Scrolls a page for two seconds. */
export async function framesPerSecond(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const seconds = 2;
    const scroller =
      [...document.querySelectorAll('main, article, div')].find(
        element =>
          element.scrollHeight > element.clientHeight + 50 &&
          /auto|scroll/.test(getComputedStyle(element).overflowY),
      ) ?? document.scrollingElement!;
    const begin = performance.now();
    let frames = 0;
    for (let now = begin; now - begin < seconds * 1_000; frames++) {
      scroller.scrollBy(0, frames % 60 < 30 ? 40 : -40);
      now = await new Promise(requestAnimationFrame);
    }
    return frames / seconds;
  });
}
