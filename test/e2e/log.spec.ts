import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

/** Warnings that do not come from the plugin. */
const ALLOWED: { message: RegExp; reason: string }[] = [];

test('the portal logged no errors and no warnings', () => {
  const logFile = process.env.PORTAL_LOG;
  test.skip(!logFile, 'only for a portal that the tests have started');

  const lines = stripVTControlCharacters(
    readFileSync(String(logFile), 'utf8'),
  ).split('\n');
  expect(lines).not.toEqual([]);
  const problems = lines
    .filter(line => /^\S+ \S+ (warn|error) /.test(line))
    .filter(line => !ALLOWED.some(({ message }) => message.test(line)));

  expect(problems).toEqual([]);
});
