// @ts-check

/**
 * Number of tests by result.
 *
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 */

/** @type {Counts} */
export const NOTHING = { passed: 0, failed: 0, skipped: 0 };

/** @type {Counts} */
export const ONE_PASSED = { ...NOTHING, passed: 1 };

/** @type {Counts} */
export const ONE_FAILED = { ...NOTHING, failed: 1 };

/** @type {Counts} */
export const ONE_SKIPPED = { ...NOTHING, skipped: 1 };

/**
 * @param {Counts[]} all
 * @returns {Counts}
 */
export function sum(all) {
  return all.reduce(
    (total, counts) => ({
      passed: total.passed + counts.passed,
      failed: total.failed + counts.failed,
      skipped: total.skipped + counts.skipped,
    }),
    NOTHING,
  );
}

/**
 * Counts a runner that exits with an error without failed tests as failed: it crashed, or found no
 * tests.
 *
 * @param {Counts} counts
 * @param {number} exitCode
 * @returns {Counts}
 */
export function withExitCode(counts, exitCode) {
  return exitCode !== 0 && counts.failed === 0
    ? sum([counts, ONE_FAILED])
    : counts;
}

/**
 * The last line of every run, in a format for other programs.
 *
 * @param {Counts} counts
 * @returns {string}
 */
export function closingLine({ passed, failed, skipped }) {
  const line = `${passed} passed, ${failed} failed`;
  return skipped > 0 ? `${line}, ${skipped} skipped` : line;
}
