import * as fc from 'fast-check';
import { isCentered, medianOf, updateWindow } from './valueWindow';

const ascending = (values: number[]) => [...values].sort((a, b) => a - b);

function trueMedian(values: number[]): number | undefined {
  const sorted = ascending(values);
  const middle = (sorted.length - 1) / 2;
  return sorted.length === 0
    ? undefined
    : (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2;
}

const someValues = fc.array(fc.integer({ min: -9, max: 9 }), { maxLength: 40 });

describe('A window of values', () => {
  it('has the median of all values, or none', () => {
    fc.assert(
      fc.property(
        someValues,
        fc.nat(40),
        fc.nat(12),
        fc.array(
          fc.record({ added: someValues, removed: fc.array(fc.nat(99)) }),
          { maxLength: 4 },
        ),
        (values, start, length, changes) => {
          let all = ascending(values);
          const below = Math.min(start, all.length);
          let window = {
            count: all.length,
            below,
            values: all.slice(below, below + length),
          };
          // An empty window says nothing about where it is.
          fc.pre(window.values.length > 0 || all.length === 0);
          for (const { added, removed } of changes) {
            const left = [...all];
            const gone = removed.flatMap(pick =>
              left.length > 0 ? left.splice(pick % left.length, 1) : [],
            );
            all = ascending([...left, ...added]);
            window = updateWindow(window, { added, removed: gone });
            expect(window.count).toBe(all.length);
            expect([undefined, trueMedian(all)]).toContain(medianOf(window));
            if (window.values.length === 0) break;
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('keeps the median while it is centered', () => {
    const all = Array.from({ length: 1_000 }, (_, index) => index);
    let window = { count: 1_000, below: 468, values: all.slice(468, 532) };
    expect(isCentered(window)).toBe(true);
    window = updateWindow(window, { added: [], removed: all.slice(0, 20) });
    expect(medianOf(window)).toBe(509.5);
    expect(isCentered(window)).toBe(true);
    window = updateWindow(window, { added: [], removed: all.slice(20, 60) });
    expect(medianOf(window)).toBe(529.5);
    expect(isCentered(window)).toBe(false);
    window = updateWindow(window, { added: [], removed: all.slice(60, 100) });
    expect(medianOf(window)).toBeUndefined();
  });
});
