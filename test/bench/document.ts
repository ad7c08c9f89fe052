import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import backendDefaults from '@backstage/backend-defaults/package.json';

const BEGIN = '<!-- results of yarn bench -->';
const END = '<!-- end of the results -->';

/** States the date, versions and hardware of a run. */
export function circumstances(now: Date, servers: string[]): string {
  const [cpu] = cpus();
  return [
    `Measured on ${now.toISOString().slice(0, 10)} with Node ${
      process.versions.node
    }, backend-defaults ${
      backendDefaults.version
    } of Backstage and ${servers.join(' and ')}, on ${
      cpus().length
    } cores (${cpu.model.trim()}) with ${Math.round(
      totalmem() / 2 ** 30,
    )} GB of memory, which also ran the client and the database.`,
    '',
  ].join('\n');
}

/** Replaces the results in a page. */
export function writeInto(file: string, results: string): void {
  const page = readFileSync(file, 'utf8');
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (begin < 0 || end < begin) {
    throw new Error(`${file} must contain the lines ${BEGIN} and ${END}`);
  }
  writeFileSync(
    file,
    `${page.slice(
      0,
      begin + BEGIN.length,
    )}\n\n${results.trim()}\n\n${page.slice(end)}`,
  );
  // Format the tables.
  execFileSync(process.execPath, [
    require.resolve('prettier/bin-prettier.js'),
    '--write',
    file,
  ]);
}
