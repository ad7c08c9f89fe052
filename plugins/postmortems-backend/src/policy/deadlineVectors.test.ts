import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Due, Holidays } from 'backstage-plugin-postmortems-common';
import { computeDeadline } from './computeDeadline';

interface Vector {
  id: string;
  note: string;
  input: {
    resolvedAt: string;
    policy: {
      timeZone: string;
      workingDays?: number[] | null;
      holidays?: Holidays | null;
    };
    due: Due;
  };
  dueAt: string;
}

// Set DEADLINE_VECTORS to check another file, relative to the working directory.
const file = process.env.DEADLINE_VECTORS
  ? resolve(process.env.INIT_CWD ?? '', process.env.DEADLINE_VECTORS)
  : resolve(__dirname, '../../../../test/fixtures/deadline-vectors.json');
const vectors: Vector[] = JSON.parse(readFileSync(file, 'utf8'));

describe('the deadline vectors', () => {
  it('exist', () => {
    expect(vectors.length).toBeGreaterThan(0);
  });

  it.each(vectors.map(vector => [vector.id, vector.note, vector] as const))(
    '%s: %s',
    (_id, _note, { input, dueAt }) => {
      const deadline = computeDeadline({
        resolvedAt: new Date(input.resolvedAt),
        governingSeverity: 'SEV-1',
        policy: {
          timeZone: input.policy.timeZone,
          workingDays: input.policy.workingDays ?? [1, 2, 3, 4, 5],
          holidays: input.policy.holidays ?? undefined,
          rules: [{ severity: 'SEV-1', due: input.due }],
        },
      });
      expect(deadline?.dueAt).toBe(dueAt);
    },
  );
});
