import { milestonesOf } from './milestones';

describe('milestonesOf', () => {
  it('sorts known milestones by time, with the time between', () => {
    expect(
      milestonesOf({
        startedAt: '2026-03-12T09:00:00Z',
        detectedAt: '2026-03-12T09:30:00Z',
        mitigatedAt: '2026-03-12T09:10:00Z',
        resolvedAt: '2026-03-12T10:00:00Z',
      }),
    ).toEqual([
      { key: 'started', at: '2026-03-12T09:00:00Z' },
      { key: 'mitigated', at: '2026-03-12T09:10:00Z', after: 600_000 },
      { key: 'detected', at: '2026-03-12T09:30:00Z', after: 1_200_000 },
      { key: 'resolved', at: '2026-03-12T10:00:00Z', after: 1_800_000 },
    ]);
  });
});
