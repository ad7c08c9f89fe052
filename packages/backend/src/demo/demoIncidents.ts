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

import { readFile } from 'node:fs/promises';
import { InputError } from '@backstage/errors';
import { updatePostmortemSchema } from 'backstage-plugin-postmortems-common';
import { parse } from 'yaml';
import { z } from 'zod';
import { durationSchema } from './demoPostmortem';

/** What a demo incident is told by, or what a person changes in between. */
const stepSchema = z.union([
  z.strictObject({
    ago: durationSchema,
    send: z.record(z.string(), z.unknown()),
  }),
  z.strictObject({ edit: z.string(), changes: updatePostmortemSchema }),
]);

export type DemoStep = z.output<typeof stepSchema>;

/**
 * Reads the steps of a YAML file, in their order.
 *
 * @throws InputError where the file is not that; the message names the file and the fields
 */
export async function readDemoIncidents(path: string): Promise<DemoStep[]> {
  const document: unknown = parse(await readFile(path, 'utf8'));
  const result = z.array(stepSchema).safeParse(document);
  if (!result.success) {
    throw new InputError(`${path}: ${z.prettifyError(result.error)}`);
  }
  return result.data;
}
