import fc from 'fast-check';
import { periodLabels } from './axes';
import { durationTicks, wholeTicks } from './ticks';

const MINUTE = 1;
const HOUR = 60 * MINUTE;

describe('wholeTicks', () => {
  it('are whole, evenly spaced, and reach the maximum in at most five steps', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), max => {
        const ticks = wholeTicks(max);
        const step = ticks[1];
        expect(ticks).toEqual(ticks.map((_, index) => index * step));
        expect(Number.isInteger(step)).toBe(true);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(Math.max(1, max));
        expect(ticks.length).toBeLessThanOrEqual(6);
      }),
    );
  });

  it('have round steps', () => {
    expect(wholeTicks(0)).toEqual([0, 1]);
    expect(wholeTicks(7)).toEqual([0, 2, 4, 6, 8]);
    expect(wholeTicks(43)).toEqual([0, 10, 20, 30, 40, 50]);
  });
});

describe('durationTicks', () => {
  it('include all values', () => {
    expect(durationTicks([20 * MINUTE, 3 * HOUR])).toEqual([
      15 * MINUTE,
      HOUR,
      4 * HOUR,
    ]);
    expect(durationTicks([HOUR])).toEqual([HOUR, 4 * HOUR]);
  });

  it('end at a minute and at a year', () => {
    expect(durationTicks([0])).toEqual([MINUTE, 5 * MINUTE]);
    expect(durationTicks([1e13]).at(-1)).toBe(365 * 24 * HOUR);
    expect(durationTicks([1e13]).length).toBeGreaterThan(1);
  });
});

describe('periodLabels', () => {
  const periods = Array.from({ length: 24 }, (_, index) => ({
    key: String(index),
    tick: `M${(index % 12) + 1}`,
    year: String(2025 + Math.floor(index / 12)),
  }));

  it('show the year where it changes', () => {
    const labels = periodLabels(periods, 2000);
    expect(labels.size).toBe(24);
    expect(labels.get('0')).toEqual(['M1', '2025']);
    expect(labels.get('1')).toEqual(['M2']);
    expect(labels.get('12')).toEqual(['M1', '2026']);
  });

  it('leave out labels without room, and still show each year', () => {
    const labels = periodLabels(periods.slice(1), 200);
    expect(labels.size).toBeLessThan(6);
    expect([...labels.values()].filter(lines => lines.length === 2)).toEqual([
      [expect.any(String), '2025'],
      [expect.any(String), '2026'],
    ]);
  });
});
