import { improvements } from './improvements';
import type { JudgedFacts } from './improvements';

const NOW = new Date('2026-03-12T12:00:00.000Z');
const OVERDUE: JudgedFacts = {
  required: true,
  dueAt: new Date('2026-03-11T12:00:00.000Z'),
  governingRank: 1,
};

describe('improvements by claims of an import', () => {
  it("finds that an import's claim would remove it from the rate", () => {
    const claimed = { ...OVERDUE, claimed: true };
    expect(improvements(OVERDUE, claimed, NOW)).toEqual([
      'left-overdue',
      'left-rate',
    ]);
    const pending = { ...OVERDUE, dueAt: undefined };
    expect(improvements(pending, { ...pending, claimed: true }, NOW)).toEqual([
      'left-rate',
    ]);
  });

  it('finds nothing if it was claimed or waived before', () => {
    const claimed = { ...OVERDUE, claimed: true };
    const waived = { ...OVERDUE, waiver: {} };
    expect(improvements(claimed, claimed, NOW)).toEqual([]);
    expect(improvements(waived, claimed, NOW)).toEqual([]);
    expect(improvements(claimed, OVERDUE, NOW)).toEqual([]);
  });
});
