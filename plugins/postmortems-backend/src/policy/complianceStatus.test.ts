import type { ComplianceStatus } from 'backstage-plugin-postmortems-common';
import fc from 'fast-check';
import { complianceStatus } from './complianceStatus';
import type { ComplianceFacts } from './complianceStatus';

const WARN = new Date('2026-03-19T23:59:59.999Z');
const DUE = new Date('2026-03-20T23:59:59.999Z');
const NOW = new Date('2026-03-20T12:00:00.000Z');

const later = (date: Date, milliseconds: number) =>
  new Date(date.getTime() + milliseconds);

describe('complianceStatus', () => {
  const running: ComplianceFacts = { required: true, dueAt: DUE, warnAt: WARN };

  it.each<[string, ComplianceFacts, Date, string]>([
    ['no rule', { ...running, required: false }, NOW, 'not-required'],
    ['no rule, waived', { required: false, waiver: {} }, NOW, 'not-required'],
    ['not resolved', { required: true }, NOW, 'pending'],
    [
      'published before it was resolved',
      { required: true, completedAt: NOW },
      NOW,
      'pending',
    ],
    ['waived for good', { ...running, waiver: {} }, later(DUE, 1e12), 'waived'],
    [
      'waived before the resolution',
      { required: true, waiver: {} },
      NOW,
      'waived',
    ],
    [
      'waived and complete',
      { ...running, waiver: {}, completedAt: NOW },
      NOW,
      'waived',
    ],
    [
      'waived until just after',
      { ...running, waiver: { expiresAt: later(NOW, 1) } },
      NOW,
      'waived',
    ],
    [
      'waived until now',
      { ...running, waiver: { expiresAt: NOW } },
      NOW,
      'due-soon',
    ],
    ['just before the warning', running, later(WARN, -1), 'on-track'],
    ['at the warning', running, WARN, 'due-soon'],
    ['at the deadline', running, DUE, 'due-soon'],
    ['just after the deadline', running, later(DUE, 1), 'overdue'],
    [
      'complete at the deadline',
      { ...running, completedAt: DUE },
      later(DUE, 1e9),
      'met',
    ],
    [
      'complete just after',
      { ...running, completedAt: later(DUE, 1) },
      later(DUE, 1e9),
      'late',
    ],
  ])('%s', (_what, facts, now, status) => {
    expect(complianceStatus(facts, now)).toBe(status);
  });

  it('only moves forward while the facts stay', () => {
    const time = fc.date({
      min: new Date('2026-01-01T00:00:00Z'),
      max: new Date('2026-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    const maybe = fc.option(time, { nil: undefined });
    const facts = fc.record({
      required: fc.boolean(),
      dueAt: maybe,
      warnAt: maybe,
      completedAt: maybe,
      waiver: fc.option(fc.record({ expiresAt: maybe }), { nil: undefined }),
    });
    // Statuses that can follow, apart from the same one.
    const next: Partial<Record<ComplianceStatus, ComplianceStatus[]>> = {
      // A waiver can expire, and the facts count again.
      waived: ['pending', 'on-track', 'due-soon', 'overdue', 'met', 'late'],
      'on-track': ['due-soon', 'overdue'],
      'due-soon': ['overdue'],
    };
    fc.assert(
      fc.property(facts, time, time, (given, a, b) => {
        const [earlier, now] = a < b ? [a, b] : [b, a];
        const before = complianceStatus(given, earlier);
        const after = complianceStatus(given, now);
        expect([before, ...(next[before] ?? [])]).toContain(after);
      }),
    );
  });
});
