import fc from 'fast-check';
import { complianceStatus } from '../../policy/complianceStatus';
import { improvements } from './improvements';
import type { JudgedFacts } from './improvements';

const NOW = new Date('2026-03-12T12:00:00Z');
const time = fc
  .integer({ min: -5, max: 5 })
  .map(days => new Date(NOW.getTime() + days * 86_400_000));
const maybe = fc.option(time, { nil: undefined });
const facts: fc.Arbitrary<JudgedFacts> = fc.record({
  required: fc.boolean(),
  dueAt: maybe,
  warnAt: maybe,
  completedAt: maybe,
  waiver: fc.option(fc.record({ expiresAt: maybe }), { nil: undefined }),
  claimed: fc.boolean(),
  governingRank: fc.integer({ min: 1, max: 4 }),
});
const statusOf = (each: JudgedFacts) => complianceStatus(each, NOW);

describe('improvements', () => {
  it('finds none without changes', () => {
    fc.assert(
      fc.property(facts, each => {
        expect(improvements(each, { ...each }, NOW)).toEqual([]);
      }),
    );
  });

  it('finds every way out of overdue, late or the rate, over any number of steps', () => {
    fc.assert(
      fc.property(fc.array(facts, { minLength: 2, maxLength: 6 }), steps => {
        const [first, ...others] = steps;
        let latest = first;
        for (const step of others) {
          if (improvements(latest, step, NOW).length === 0) latest = step;
        }
        const was = statusOf(first);
        const is = statusOf(latest);
        const worse: Partial<Record<typeof was, string[]>> = {
          overdue: ['overdue'],
          late: ['late', 'overdue'],
          met: ['met', 'late', 'overdue'],
        };
        expect(worse[was] ?? [is]).toContain(is);
        expect(latest.required || !first.required).toBe(true);
        expect(latest.governingRank).toBeLessThanOrEqual(first.governingRank);
        expect(
          !first.dueAt || (latest.dueAt && latest.dueAt <= first.dueAt),
        ).toBe(true);
      }),
    );
  });

  it('counts completion only as leaving overdue', () => {
    fc.assert(
      fc.property(facts, time, (each, completedAt) => {
        fc.pre(!each.completedAt);
        const found = improvements(each, { ...each, completedAt }, NOW);
        expect(found.filter(gain => gain !== 'left-overdue')).toEqual([]);
      }),
    );
  });

  it('detects a more lenient policy while no deadline runs', () => {
    const pending = { required: true, governingRank: 1 };
    const due = (day: number) => new Date(Date.UTC(2026, 2, day));
    const changed = (before: number, after?: number) =>
      improvements(
        { ...pending, wouldBeDueAt: due(before) },
        { ...pending, wouldBeDueAt: after ? due(after) : undefined },
        NOW,
      );
    expect(changed(15, 15)).toEqual([]);
    expect(changed(15, 14)).toEqual([]);
    expect(changed(15, 16)).toEqual(['later-deadline']);
    expect(changed(15)).toEqual(['later-deadline']);
  });
});
