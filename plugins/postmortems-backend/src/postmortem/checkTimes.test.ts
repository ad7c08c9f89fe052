import { checkTimes } from './checkTimes';
import type { IncidentTimes } from './checkTimes';

const NOW = new Date('2026-03-13T12:00:00Z');

const TIMES: IncidentTimes = {
  startedAt: '2026-03-12T09:00:00Z',
  detectedAt: '2026-03-12T09:10:00Z',
  mitigatedAt: '2026-03-12T10:00:00Z',
  resolvedAt: '2026-03-12T11:00:00Z',
  meetingHeldAt: '2026-03-13T10:00:00Z',
  severityHistory: [
    { at: '2026-03-12T09:05:00Z' },
    { at: '2026-03-12T09:40:00Z' },
  ],
};

describe('checkTimes', () => {
  it.each<[string, Partial<IncidentTimes>]>([
    ['all times in order', {}],
    [
      'an incident that goes on',
      { mitigatedAt: undefined, resolvedAt: undefined },
    ],
    [
      'everything at one moment',
      {
        detectedAt: TIMES.startedAt,
        mitigatedAt: TIMES.startedAt,
        resolvedAt: TIMES.startedAt,
        meetingHeldAt: TIMES.startedAt,
      },
    ],
    [
      'an incident that was noticed afterwards',
      { detectedAt: '2026-03-12T15:00:00Z' },
    ],
    [
      'severities set after the resolution',
      { severityHistory: [{ at: '2026-03-13T08:00:00Z' }] },
    ],
    [
      'a clock that is five minutes ahead',
      { meetingHeldAt: '2026-03-13T12:05:00Z' },
    ],
    ['offsets', { startedAt: '2026-03-12T18:00:00+09:00' }],
  ])('accepts %s', (_what, times) => {
    expect(() => checkTimes({ ...TIMES, ...times }, NOW)).not.toThrow();
  });

  it.each<[Partial<IncidentTimes>, string]>([
    [
      { detectedAt: '2026-03-12T08:59:59Z' },
      'detectedAt must not be before startedAt (2026-03-12T09:00:00Z), got 2026-03-12T08:59:59Z',
    ],
    [
      { mitigatedAt: '2026-03-12T08:00:00Z' },
      'mitigatedAt must not be before startedAt',
    ],
    [
      { mitigatedAt: undefined, resolvedAt: '2026-03-12T08:00:00Z' },
      'resolvedAt must not be before startedAt',
    ],
    [
      { resolvedAt: '2026-03-12T09:30:00Z' },
      'resolvedAt must not be before mitigatedAt',
    ],
    [
      { meetingHeldAt: '2026-03-01T00:00:00Z' },
      'meetingHeldAt must not be before startedAt',
    ],
    // Earlier, although its text sorts later.
    [
      { detectedAt: '2026-03-12T10:30:00+02:00' },
      'detectedAt must not be before startedAt',
    ],
    [
      { resolvedAt: '2026-03-13T12:05:00.001Z' },
      'resolvedAt must not be in the future, got 2026-03-13T12:05:00.001Z',
    ],
    [
      { startedAt: '2026-04-01T00:00:00Z' },
      'startedAt must not be in the future',
    ],
    [
      { startedAt: '0206-03-12T09:00:00Z' },
      'startedAt must not be before 1970',
    ],
    [
      {
        severityHistory: [
          { at: '2026-03-12T10:00:00Z' },
          { at: '2026-03-12T09:00:00Z' },
        ],
      },
      'severityHistory[1].at must not be before severityHistory[0].at',
    ],
    [
      { severityHistory: [{ at: '2026-03-14T00:00:00Z' }] },
      'severityHistory[0].at must not be in the future',
    ],
  ])('refuses %j', (times, message) => {
    expect(() => checkTimes({ ...TIMES, ...times }, NOW)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringContaining(message),
      }),
    );
  });
});
