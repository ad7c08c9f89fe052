// @ts-check

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  closingLine,
  NOTHING,
  ONE_FAILED,
  ONE_PASSED,
  withExitCode,
} from './counts.mjs';
import { countsFromJest } from './jest.mjs';
import { countsFromTap } from './nodeTest.mjs';
import { countsFromPlaywright } from './playwright.mjs';
import { runSteps, summary } from './run.mjs';

describe('reports of the test runners', () => {
  it('counts a Jest file that cannot be loaded as a failure', () => {
    assert.deepEqual(
      countsFromJest({
        numPassedTests: 5,
        numFailedTests: 1,
        numPendingTests: 2,
        numTodoTests: 1,
        numRuntimeErrorTestSuites: 1,
      }),
      { passed: 5, failed: 2, skipped: 3 },
    );
  });

  it('counts a flaky end-to-end test as a failure', () => {
    assert.deepEqual(
      countsFromPlaywright({
        stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 4 },
      }),
      { passed: 3, failed: 2, skipped: 4 },
    );
  });

  it("reads the closing lines of Node's runner", () => {
    assert.deepEqual(
      countsFromTap(
        '# pass 99 apples\n1..2\n# tests 7\n# pass 2\n# fail 1\n# cancelled 1\n# skipped 1\n# todo 2\n',
      ),
      { passed: 2, failed: 2, skipped: 3 },
    );
  });

  it('counts an error of the runner as a failure', () => {
    for (const read of [countsFromJest, countsFromPlaywright, countsFromTap]) {
      assert.deepEqual(withExitCode(read(undefined), 1), ONE_FAILED);
    }
    assert.deepEqual(withExitCode(ONE_PASSED, 0), ONE_PASSED);
    assert.deepEqual(withExitCode(ONE_FAILED, 1), ONE_FAILED);
  });
});

describe('closingLine', () => {
  it('mentions what was skipped only if there is any', () => {
    assert.equal(closingLine(NOTHING), '0 passed, 0 failed');
    assert.equal(
      closingLine({ passed: 12, failed: 1, skipped: 3 }),
      '12 passed, 1 failed, 3 skipped',
    );
  });
});

describe('a run', () => {
  it('continues after a failure and ends with the total', async t => {
    t.mock.method(console, 'log', () => {});
    t.mock.method(console, 'error', () => {});

    const outcomes = await runSteps([
      {
        title: 'broken',
        run: async () => {
          throw new Error('no database\nwith a stack');
        },
      },
      { title: 'fine', run: async () => ({ ...NOTHING, passed: 4 }) },
      {
        title: 'left out',
        run: async () => ({ ...NOTHING, skipped: 1, note: 'no browser' }),
      },
    ]);

    assert.deepEqual(summary(outcomes), [
      '✖ broken    0 passed, 1 failed, 0 s (no database)',
      '✔ fine      4 passed, 0 failed, 0 s',
      '- left out  0 passed, 0 failed, 1 skipped, 0 s (no browser)',
      '4 passed, 1 failed, 1 skipped',
    ]);
  });
});
