// @ts-check

import { isInterrupted } from '../interruption.mjs';
import { firstLine } from '../output.mjs';
import { closingLine, ONE_FAILED, sum } from './counts.mjs';

/** @typedef {{ title: string, seconds: number, result: import('./steps.mjs').StepResult }} Outcome */

/**
 * Runs all steps in order, even after a failure, so that one run reports everything.
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
 * @returns {string[]} one line per step, then the closing line
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
