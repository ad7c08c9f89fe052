import { DateTime, Settings } from 'luxon';
import { morningIn, morningOf } from './snoozeTimes';

describe('end of a snooze', () => {
  beforeAll(() => {
    Settings.defaultZone = 'Europe/Berlin';
  });
  afterAll(() => {
    Settings.defaultZone = 'system';
  });

  it('is in the morning of the viewer, also across clock changes', () => {
    const eve = DateTime.fromISO('2026-03-28T23:30');
    expect(morningIn(1, eve).toUTC().toISO()).toBe('2026-03-29T07:00:00.000Z');
    expect(morningIn(7, eve).toISODate()).toBe('2026-04-04');
  });

  it('is never in the past', () => {
    const noon = DateTime.fromISO('2026-03-28T12:00');
    expect(morningOf('2026-03-28', noon)).toBeUndefined();
    expect(morningOf('', noon)).toBeUndefined();
    expect(morningOf('2026-03-29', noon)?.toUTC().toISO()).toBe(
      '2026-03-29T07:00:00.000Z',
    );
  });
});
