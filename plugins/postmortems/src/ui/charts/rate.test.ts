import { percentOnTime } from './rate';

describe('percentOnTime', () => {
  it.each([
    [10, 12, 83],
    [2, 3, 67],
    [29, 100, 29],
    [0, 3, 0],
    [3, 3, 100],
    // Never rounds to 0 or 100 %.
    [999, 1000, 99],
    [1, 1000, 1],
    [0, 0, undefined],
  ])('%i of %i is %s', (met, due, percent) => {
    const counts = { met } as Parameters<typeof percentOnTime>[0]['counts'];
    expect(percentOnTime({ counts, due })).toBe(percent);
  });
});
