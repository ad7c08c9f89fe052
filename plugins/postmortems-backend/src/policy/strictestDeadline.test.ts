import { ConfigReader } from '@backstage/config';
import { strictestDeadline } from './strictestDeadline';
import { readPolicyConfig } from './readPolicyConfig';

const book = readPolicyConfig(
  new ConfigReader({
    postmortems: {
      policies: [
        {
          effectiveFrom: '2025-01-01',
          rules: [{ severity: 'SEV-1', due: { hours: 48 } }],
        },
        { effectiveFrom: '2026-01-01', warnBefore: { hours: 12 } },
      ],
    },
  }),
);

const START = '2026-03-12T09:00:00Z';

describe('strictestDeadline', () => {
  it('derives all stored facts', () => {
    const facts = strictestDeadline(
      {
        startedAt: new Date(START),
        resolvedAt: new Date('2026-03-13T09:00:00Z'),
        severityHistory: [
          { severity: 'SEV-3', at: START },
          { severity: 'SEV-2', at: '2026-03-12T10:00:00Z' },
          { severity: 'SEV-3', at: '2026-03-12T11:00:00Z' },
        ],
        extension: { dueAt: '2026-03-25T12:00:00Z' },
        calendarOverrides: { holidays: { extra: ['2026-03-16'] } },
      },
      book,
    );
    expect(facts).toMatchObject({
      governingSeverity: 'SEV-2',
      governingRank: 2,
      required: true,
      rule: { severity: 'SEV-2', due: { businessDays: 5 } },
      dueAt: new Date('2026-03-25T12:00:00Z'),
      warnAt: new Date('2026-03-25T00:00:00Z'),
      policy: { effectiveFrom: '2026-01-01' },
    });
    expect(facts.deadline).toMatchObject({
      dueAt: '2026-03-25T12:00:00.000Z',
      originalDueAt: '2026-03-23T23:59:59.999Z',
    });
  });

  it('allows no more time after raising the severity', () => {
    const odd = readPolicyConfig(
      new ConfigReader({
        postmortems: {
          policies: [
            {
              rules: [
                { severity: 'SEV-2', due: { hours: 60 } },
                { severity: 'SEV-3', due: { hours: 20 } },
              ],
            },
          ],
        },
      }),
    );
    const judged = (...severities: string[]) => {
      const { governingSeverity, required, dueAt } = strictestDeadline(
        {
          startedAt: new Date(START),
          resolvedAt: new Date(START),
          severityHistory: severities.map(severity => ({
            severity,
            at: START,
          })),
        },
        odd,
      );
      const hours =
        dueAt && (dueAt.getTime() - new Date(START).getTime()) / 3_600_000;
      return [governingSeverity, required, hours];
    };
    expect(judged('SEV-2')).toEqual(['SEV-2', true, 60]);
    expect(judged('SEV-3', 'SEV-2')).toEqual(['SEV-2', true, 20]);
    // A downgrade does not shorten the deadline.
    expect(judged('SEV-2', 'SEV-3')).toEqual(['SEV-2', true, 60]);
    expect(judged('SEV-1')).toEqual(['SEV-1', false, undefined]);
    expect(judged('SEV-2', 'SEV-1')).toEqual(['SEV-1', true, 60]);
  });

  it('has no deadline while the incident is ongoing', () => {
    const facts = strictestDeadline(
      {
        startedAt: new Date(START),
        severityHistory: [{ severity: 'SEV-1', at: START }],
      },
      book,
    );
    expect(facts).toMatchObject({
      governingSeverity: 'SEV-1',
      required: true,
      rule: { severity: 'SEV-1', due: { calendarDays: 3 } },
    });
    expect([facts.deadline, facts.dueAt, facts.warnAt]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it.each(['SEV-4', 'a severity of the past'])(
    'requires nothing if no rule covers %s',
    severity => {
      const facts = strictestDeadline(
        {
          startedAt: new Date(START),
          resolvedAt: new Date(START),
          severityHistory: [{ severity, at: START }],
        },
        book,
      );
      expect(facts.required).toBe(false);
      expect(facts.governingSeverity).toBe(severity);
      expect(facts.deadline).toBe(undefined);
    },
  );

  it('judges by the policy in force at the start, not at the resolution', () => {
    const facts = strictestDeadline(
      {
        startedAt: new Date('2025-12-31T23:00:00Z'),
        resolvedAt: new Date('2026-01-01T12:00:00Z'),
        severityHistory: [{ severity: 'SEV-1', at: '2025-12-31T23:00:00Z' }],
      },
      book,
    );
    expect(facts.dueAt).toEqual(new Date('2026-01-03T12:00:00Z'));
  });
});
