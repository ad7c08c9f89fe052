import type { Policy } from 'backstage-plugin-postmortems-common';
import { PolicyBook } from './PolicyBook';
import type { ActionItemRule } from './PolicyBook';
import { SeverityScale } from './SeverityScale';

const policy = (overrides: Partial<Policy>): Policy => ({
  timeZone: 'UTC',
  workingDays: [1, 2, 3, 4, 5],
  satisfiedBy: 'published',
  actionItemsToPublish: 'required',
  warnBeforeHours: 24,
  rules: [],
  ...overrides,
});

const first = policy({ effectiveFrom: '2025-01-01' });
const second = policy({
  effectiveFrom: '2026-01-01',
  timeZone: 'America/New_York',
});
const rules: ActionItemRule[] = [
  { severity: 'SEV-1', priorities: ['P0'], due: { hours: 1 } },
];

describe('PolicyBook', () => {
  const book = new PolicyBook(new SeverityScale([{ id: 'SEV-1' }]), [
    { policy: second, actionItems: rules },
    { policy: first, actionItems: [] },
  ]);

  it('lists policies in the order in which they take effect', () => {
    expect(book.policies).toEqual([first, second]);
  });

  it.each([
    ['2025-06-01T00:00:00Z', first],
    // A policy takes effect at the start of the day in its own zone.
    ['2026-01-01T04:59:59.999Z', first],
    ['2026-01-01T05:00:00.000Z', second],
    ['2030-01-01T00:00:00Z', second],
    // Before every policy: the earliest applies.
    ['2019-01-01T00:00:00Z', first],
  ])(
    'judges an incident that started at %s by the policy in force then',
    (at, expected) => {
      expect(book.policyFor(new Date(at))).toBe(expected);
      expect(book.inForce(new Date(at))).toBe(expected);
    },
  );

  it('has the action item rules of each policy', () => {
    expect(book.actionItemRulesFor(new Date('2025-06-01T00:00:00Z'))).toEqual(
      [],
    );
    expect(book.actionItemRulesFor(new Date('2026-06-01T00:00:00Z'))).toBe(
      rules,
    );
  });

  it('applies a policy without effectiveFrom from the beginning', () => {
    const always = policy({});
    const versions = [second, always].map(p => ({
      policy: p,
      actionItems: [],
    }));
    const lone = new PolicyBook(new SeverityScale([{ id: 'SEV-1' }]), versions);
    expect(lone.policyFor(new Date('1999-01-01T00:00:00Z'))).toBe(always);
    expect(lone.policyFor(new Date('2026-06-01T00:00:00Z'))).toBe(second);
  });
});
