import { readFile } from 'node:fs/promises';
import { InputError } from '@backstage/errors';
import {
  describeIssue,
  plainIssues,
  updatePostmortemSchema,
} from 'backstage-plugin-postmortems-common';
import { parse } from 'yaml';
import { z } from 'zod';
import { durationSchema } from './demoPostmortem';

/** A step: a source sends an incident, or a person edits the resulting postmortem. */
const stepSchema = z.union([
  z.strictObject({
    ago: durationSchema,
    send: z.record(z.string(), z.unknown()),
  }),
  z.strictObject({ edit: z.string(), changes: updatePostmortemSchema }),
]);

export type DemoStep = z.output<typeof stepSchema>;

/**
 * Reads the steps in a YAML file, in order.
 *
 * @throws InputError naming the file and the wrong fields
 */
export async function readDemoIncidents(path: string): Promise<DemoStep[]> {
  const document: unknown = parse(await readFile(path, 'utf8'));
  const result = z.array(stepSchema).safeParse(document, plainIssues);
  if (!result.success) {
    throw new InputError(
      `${path}: ${result.error.issues
        .map(issue => describeIssue(issue, 'file'))
        .join('; ')}`,
    );
  }
  return result.data;
}
