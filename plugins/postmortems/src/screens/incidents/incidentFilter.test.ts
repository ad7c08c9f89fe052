import { incidentFilterOf } from './incidentFilter';

describe('The filter for incidents without a postmortem', () => {
  it('keeps what both have in common', () => {
    expect(
      incidentFilterOf({
        severity: ['SEV-1'],
        q: 'checkout',
        startedAfter: '2026-03-01T00:00:00Z',
        status: ['draft', 'published'],
        edited: 'false',
      }),
    ).toEqual({
      severity: ['SEV-1'],
      q: 'checkout',
      startedAfter: '2026-03-01T00:00:00Z',
    });
  });

  it.each([
    { status: ['published' as const] },
    { complianceStatus: ['overdue' as const] },
    { outcome: ['false-alarm' as const] },
    { ownerRef: ['user:default/ana'] },
    { origin: ['import' as const] },
    { edited: 'true' as const },
    { hasExceptions: 'true' as const },
    { awaitingReviewBy: ['user:default/ana'] },
    { label: ['database'] },
    { factorCategory: ['change' as const] },
    { dueBefore: '2026-03-01T00:00:00Z' },
  ])('matches none for %j', filter => {
    expect(incidentFilterOf(filter)).toBeUndefined();
  });
});
