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

import { isInterrupted } from '../interruption.mjs';
import { firstLine } from '../output.mjs';
import { closingLine, ONE_FAILED, sum } from './counts.mjs';

/** @typedef {{ title: string, seconds: number, result: import('./steps.mjs').StepResult }} Outcome */

/**
 * Runs one step after the other, also after one has failed, so that one run shows everything.
 *
 * @param {import('./steps.mjs').Step[]} steps
 * @returns {Promise<Outcome[]>}
 */
export async function runSteps(steps) {
  const outcomes = [];
  for (const { title, run } of steps) {
    if (isInterrupted()) {
      break;
    }
    console.log(`\n▸ ${title}`);
    const start = Date.now();
    const result = await run().catch(error => {
      console.error(error);
      return { ...ONE_FAILED, note: firstLine(error) };
    });
    outcomes.push({ title, seconds: (Date.now() - start) / 1000, result });
  }
  return outcomes;
}

/**
 * @param {Outcome[]} outcomes
 * @returns {string[]} one line for each step, and last the closing line
 */
export function summary(outcomes) {
  const width = Math.max(...outcomes.map(({ title }) => title.length));
  const lines = outcomes.map(({ title, seconds, result }) => {
    const note = result.note ? ` (${result.note})` : '';
    return `${mark(result)} ${title.padEnd(width)}  ${closingLine(
      result,
    )}, ${seconds.toFixed()} s${note}`;
  });
  return [...lines, closingLine(sum(outcomes.map(({ result }) => result)))];
}

/** @param {import('./counts.mjs').Counts} counts */
function mark({ passed, failed }) {
  if (failed > 0) {
    return '✖';
  }
  return passed > 0 ? '✔' : '-';
}
