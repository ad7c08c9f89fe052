import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '@backstage/errors';
import { parse } from 'yaml';
import {
  describeIssue,
  plainIssues,
} from 'backstage-plugin-postmortems-common';
import { demoPostmortemSchema } from './demoPostmortem';
import type { DemoPostmortem } from './demoPostmortem';

/**
 * Reads all YAML files in a folder, sorted by name. A file contains an import's body, either alone
 * or as `postmortem` next to a `shift`.
 *
 * @throws InputError naming the file and the wrong fields
 */
export async function readDemoContent(
  directory: string,
): Promise<DemoPostmortem[]> {
  const names = (await readdir(directory)).filter(name =>
    name.endsWith('.yaml'),
  );
  return Promise.all(
    names.sort().map(async name => {
      const path = join(directory, name);
      const document: unknown = parse(await readFile(path, 'utf8'));
      const result = demoPostmortemSchema.safeParse(
        isWrapped(document) ? document : { postmortem: document },
        plainIssues,
      );
      if (!result.success) {
        throw new InputError(
          `${path}: ${result.error.issues
            .map(issue => describeIssue(issue, 'file'))
            .join('; ')}`,
        );
      }
      return result.data;
    }),
  );
}

function isWrapped(document: unknown): boolean {
  return (
    typeof document === 'object' &&
    document !== null &&
    'postmortem' in document
  );
}
