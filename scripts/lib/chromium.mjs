// @ts-check

import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const COMMANDS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];

const MAC_APPS = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

export const HOW_TO_GET_CHROMIUM =
  'install Chromium or Chrome (Debian: `apt-get install chromium`), or set CHROMIUM_PATH to one';

/**
 * Finds the browser for end-to-end tests: CHROMIUM_PATH, or an installed one.
 *
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | undefined}
 */
export function findChromium(env = process.env) {
  if (env.CHROMIUM_PATH) {
    return isExecutable(env.CHROMIUM_PATH) ? env.CHROMIUM_PATH : undefined;
  }
  const folders = [...(env.PATH ?? '').split(delimiter), '/usr/bin'];
  const onPath = COMMANDS.flatMap(command =>
    folders.filter(Boolean).map(folder => join(folder, command)),
  );
  return [...onPath, ...MAC_APPS].find(isExecutable);
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
