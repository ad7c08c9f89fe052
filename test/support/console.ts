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

/** What may be in the browser's console, because it is none of ours. */
const ALLOWED: { message: RegExp; reason: string }[] = [
  {
    message: /icons were registered as IconComponent, which is deprecated/,
    reason: "The icons are those of Backstage's own app plugin",
  },
  {
    message: /WebSocket is closed before the connection is established/,
    reason: 'The page was left while the signals plugin was connecting',
  },
];

/**
 * Collects errors and warnings of a page from now on.
 *
 * @returns a list that grows
 */
export function watchConsole(page: Page): string[] {
  const problems: string[] = [];
  const note = (problem: string) => {
    if (!ALLOWED.some(({ message }) => message.test(problem))) {
      problems.push(problem);
    }
  };
  page.on('console', message => {
    if (['error', 'warning'].includes(message.type())) {
      note(`${message.type()}: ${message.text()} (${message.location().url})`);
    }
  });
  page.on('pageerror', error => note(`uncaught: ${error.stack}`));
  return problems;
}
