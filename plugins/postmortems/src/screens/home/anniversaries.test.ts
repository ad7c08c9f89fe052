import { Settings } from 'luxon';
import { anniversaries } from './anniversaries';

const zone = Settings.defaultZone;

afterEach(() => {
  Settings.defaultZone = zone;
});

describe('this day in earlier years', () => {
  it('is a day of the viewer', () => {
    Settings.defaultZone = 'America/New_York';
    // Still July 1 in New York.
    const days = anniversaries(Date.parse('2026-07-02T03:00:00Z'));
    expect(days).toHaveLength(5);
    expect(days[0]).toEqual({
      startedAfter: '2025-07-01T04:00:00Z',
      startedBefore: '2025-07-02T04:00:00Z',
    });
    expect(days[4].startedAfter).toBe('2021-07-01T04:00:00Z');
  });

  it('has 23 hours when the clock went forward', () => {
    Settings.defaultZone = 'Europe/Berlin';
    const [, , day] = anniversaries(Date.parse('2026-03-26T12:00:00Z'));
    expect(day).toEqual({
      startedAfter: '2023-03-25T23:00:00Z',
      startedBefore: '2023-03-26T22:00:00Z',
    });
  });

  it('is February 29 only in leap years', () => {
    Settings.defaultZone = 'utc';
    expect(anniversaries(Date.parse('2028-02-29T12:00:00Z'))).toEqual([
      {
        startedAfter: '2024-02-29T00:00:00Z',
        startedBefore: '2024-03-01T00:00:00Z',
      },
    ]);
  });
});
