import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Deadline } from 'backstage-plugin-postmortems-common';
import { computeDeadline } from './computeDeadline';
import type { DeadlineInput } from './computeDeadline';

interface Explained {
  input: Omit<DeadlineInput, 'resolvedAt'> & { resolvedAt: string };
  deadline: Deadline;
}

// The frontend renders the same sentences and is tested with the same file.
const explained: Explained[] = JSON.parse(
  readFileSync(
    resolve(__dirname, '../../../../test/fixtures/explained-deadlines.json'),
    'utf8',
  ),
);

it.each(
  explained.map(each => [each.deadline.explanation.sentence, each] as const),
)('explains: %s', (_sentence, { input, deadline }) => {
  expect(
    computeDeadline({ ...input, resolvedAt: new Date(input.resolvedAt) }),
  ).toEqual(deadline);
});
