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

import type { Browser, Page } from '@playwright/test';

/** What a page does to be loaded, and how far what was drawn first moved. */
export interface Loading {
  /** Until the first of its content is there, in milliseconds. */
  first: number;
  /** Until nothing is left of what stood in for content, in milliseconds. */
  content: number;
  /** Cumulative layout shift. */
  shift: number;
}

/** A page, and a part of it that is there only with its data. */
export interface Target {
  name: string;
  path: string;
  content: string;
}

/** Counts what moves without the user having done anything. */
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

/** A browser as it is on the first day: signed in, with nothing in its cache. */
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

/** What stands in for content that is on its way. */
const PLACEHOLDERS =
  'main .MuiSkeleton-root, main [role="progressbar"], main [data-testid="progress"]';

/**
 * Notes when a page has the first of its content, and since when it has had all of it. Frames come
 * late while scripts run, which is when nobody sees anything either.
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

/** Loads a page and waits until nothing more comes. */
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
