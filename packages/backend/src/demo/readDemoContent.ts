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

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '@backstage/errors';
import { parse } from 'yaml';
import { z } from 'zod';
import { demoPostmortemSchema } from './demoPostmortem';
import type { DemoPostmortem } from './demoPostmortem';

/**
 * Reads every YAML file of a folder, in the order of their names. A file holds a postmortem as
 * the import takes it, alone or as `postmortem` beside a `shift`.
 *
 * @throws InputError where a file is not that; the message names the file and the fields
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
      );
      if (!result.success) {
        throw new InputError(`${path}: ${z.prettifyError(result.error)}`);
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
