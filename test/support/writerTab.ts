import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext, Locator, Page, Route } from '@playwright/test';
import { expect } from '@playwright/test';

const SECTIONS = '**/api/postmortems/postmortems/*/sections/*';
const PERMISSIONS = '**/api/permission/authorize';
const LATE_PERMISSIONS_MS = 1_000;
/** Many tabs at once take long on a busy machine. */
const OPENS_WITHIN_MS = 60_000;
/** Longer than the editor waits before it saves. */
const SAVED_WITHIN_MS = 15_000;
const PRESSED_WITHIN_MS = 5_000;

/** What happens to the next request that saves a section. */
export type Fate = 'request-lost' | 'answer-lost' | 'unavailable';

/** A browser tab in which a person writes the summary of a postmortem. It opens when it is needed. */
export class WriterTab {
  private page: Page | undefined;
  private fate: Fate | undefined;

  constructor(
    private readonly context: BrowserContext,
    private readonly path: string,
  ) {}

  async open(): Promise<Page> {
    if (!this.page) {
      const page = await this.context.newPage();
      await page.route(SECTIONS, route => this.letThrough(route));
      await page.route(PERMISSIONS, async route => {
        await sleep(LATE_PERMISSIONS_MS);
        await route.continue().catch(() => {});
      });
      await page.goto(this.path);
      this.page = page;
      // Opens the editor now, because its code can only be loaded while online.
      await this.editor(OPENS_WITHIN_MS);
    }
    return this.page;
  }

  /** Adds a word at the end of a line, or as a new line above it. */
  async type(word: string, line: number, asLine: boolean): Promise<void> {
    const editor = await this.editor();
    const { keyboard } = await this.open();
    await editor.click();
    await keyboard.press('ControlOrMeta+Home');
    for (let i = 0; i < line; i++) await keyboard.press('ArrowDown');
    await keyboard.press(asLine ? 'Home' : 'End');
    await keyboard.insertText(asLine ? `${word}\n` : ` ${word}`);
    await expect(editor).toContainText(word);
  }

  /** Decides what happens to the next request that saves. */
  disturb(fate: Fate): void {
    this.fate = fate;
  }

  /** Ends the tab without a chance to save, as a crash does. */
  async close(): Promise<void> {
    await this.page?.close();
    this.page = undefined;
    this.fate = undefined;
  }

  /**
   * Restores unsaved text and resolves conflicts, as a careful writer does.
   *
   * @param serverText - the text on the server. If resolving a conflict would drop words of it,
   *   they are typed again
   * @returns whether everything written here is saved
   */
  async settle(serverText: string): Promise<boolean> {
    const page = await this.open();
    const editor = await this.editor();
    const conflict = page.getByRole('group', { name: /^Conflict 1 of/ });
    if (await conflict.isVisible()) {
      const both = conflict.getByRole('button', { name: 'Keep both' });
      if (await both.isVisible()) {
        await press(both);
      } else {
        await this.repeatMissing(serverText);
        await press(conflict.getByRole('button', { name: 'Keep mine' }));
      }
      return false;
    }
    const merged = page.getByRole('button', { name: 'Save merged text' });
    if (await merged.isVisible()) {
      await press(merged);
      return false;
    }
    const restore = page
      .getByRole('button', { name: 'Continue editing' })
      .first();
    if (await restore.isVisible()) {
      await press(restore);
      return false;
    }
    await editor.blur();
    const unsaved = page.getByRole('region', { name: 'You have unsaved text' });
    // What an open editor has not saved yet is only shown there.
    const pending = page
      .getByRole('status')
      .filter({ hasText: /^(Not saved|Saving)/ });
    try {
      await expect(unsaved.or(pending).first()).toBeHidden({
        timeout: SAVED_WITHIN_MS,
      });
      return true;
    } catch {
      return false;
    }
  }

  private async repeatMissing(serverText: string): Promise<void> {
    const editor = await this.editor();
    const mine = new Set((await editor.innerText()).split(/\s+/));
    const missing = serverText.split(/\s+/).filter(word => !mine.has(word));
    if (missing.length === 0) return;
    await this.type(missing.join(' '), 0, true);
  }

  private async editor(timeout?: number) {
    const page = await this.open();
    const editor = page.getByRole('textbox', { name: 'Summary', exact: true });
    const open = page.getByRole('button', {
      name: /^(Edit Summary|Write: Summary)$/,
    });
    await expect(editor.or(open).first()).toBeVisible({ timeout });
    if (!(await editor.isVisible())) await open.click();
    await expect(editor).toBeVisible();
    return editor;
  }

  private async letThrough(route: Route): Promise<void> {
    const fate = route.request().method() === 'PUT' ? this.fate : undefined;
    this.fate = undefined;
    // The tab may have been closed, so ignore errors.
    await withFate(route, fate).catch(() => {});
  }
}

/** Clicks a button, unless it disappears because another tab has saved in the meantime. */
async function press(button: Locator): Promise<void> {
  await button.click({ timeout: PRESSED_WITHIN_MS }).catch(() => {});
}

async function withFate(route: Route, fate: Fate | undefined): Promise<void> {
  switch (fate) {
    case 'request-lost':
      return route.abort('internetdisconnected');
    case 'answer-lost':
      await route.fetch();
      return route.abort('connectionreset');
    case 'unavailable':
      return route.fulfill({ status: 503 });
    default:
      return route.continue();
  }
}
