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

// @ts-check

/** A problem that the person at the keyboard can solve; its message is all they need to see. */
export class Trouble extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = 'Trouble';
  }
}

/** @param {string} message */
export function say(message) {
  console.log(`▸ ${message}`);
}

/**
 * @param {unknown} error
 * @returns {string} what to show of it in one line
 */
export function firstLine(error) {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n')[0];
}

/**
 * Ends the process: with one line for trouble, with the stack for a mistake in the scripts.
 *
 * @param {unknown} error
 */
export function reportAndExit(error) {
  if (error instanceof Trouble) {
    console.error(`✖ ${error.message}`);
  } else {
    console.error(error);
  }
  process.exit(1);
}
