import { importPostmortemSchema } from 'backstage-plugin-postmortems-common';
import { DateTime } from 'luxon';
import { shiftDates } from './shiftDates';

const now = DateTime.fromISO('2026-06-20T10:30:45.678Z');

const document = importPostmortemSchema.parse({
  importKey: 'storage-2017',
  title: 'Storage was down',
  severity: 'SEV-1',
  severityHistory: [
    { severity: 'SEV-2', at: '2017-02-28T17:40:00Z' },
    { severity: 'SEV-1', at: '2017-02-28T18:00:00Z' },
  ],
  startedAt: '2017-02-28T09:37:00-08:00',
  detectedAt: '2017-02-28T17:45:00Z',
  resolvedAt: '2017-02-28T21:54:00Z',
  publishedAt: '2017-03-02T12:00:00Z',
  entityRefs: ['component:default/storage'],
  sections: {
    summary: 'Began at 2017-02-28T17:37:00Z.\n',
    impact: 'Everyone.',
  },
  timeline: [{ occurredAt: '2017-02-28T17:38:00Z', text: 'A typo' }],
  actionItems: [
    {
      title: 'Remove capacity slowly',
      kind: 'prevent',
      priority: 'P0',
      status: 'done',
      ownerRef: 'user:default/guest',
      dueAt: '2017-03-03T21:54:00Z',
      closedAt: '2017-03-01T09:54:00Z',
    },
    { title: 'Restart in parts', kind: 'mitigate', priority: 'P2' },
  ],
  waiver: {
    reason: 'Moved to another document',
    approverRef: 'user:default/guest',
    expiresAt: '2017-03-28T00:00:00Z',
  },
});

describe('shiftDates', () => {
  it('shifts all times by the same amount, and due dates to the end of their day', () => {
    const shifted = shiftDates(document, { resolvedAgo: 'P3D' }, now);

    expect(shifted).toEqual({
      ...document,
      severityHistory: [
        { severity: 'SEV-2', at: '2026-06-17T06:16:00.000Z' },
        { severity: 'SEV-1', at: '2026-06-17T06:36:00.000Z' },
      ],
      startedAt: '2026-06-17T06:13:00.000Z',
      detectedAt: '2026-06-17T06:21:00.000Z',
      resolvedAt: '2026-06-17T10:30:00.000Z',
      publishedAt: '2026-06-19T00:36:00.000Z',
      timeline: [
        { ...document.timeline[0], occurredAt: '2026-06-17T06:14:00.000Z' },
      ],
      actionItems: [
        {
          ...document.actionItems[0],
          dueAt: '2026-06-20T23:59:59.999Z',
          closedAt: '2026-06-17T22:30:00.000Z',
        },
        document.actionItems[1],
      ],
      waiver: { ...document.waiver, expiresAt: '2026-07-14T12:36:00.000Z' },
      sections: {
        impact: 'Everyone.',
        summary:
          'Began at 2017-02-28T17:37:00Z.\n\nThe dates here were moved for the demo; the incident really began on February 28, 2017.',
      },
    });
  });

  it('shifts the start of an ongoing incident', () => {
    const { resolvedAt, publishedAt, ...open } = document;
    const shifted = shiftDates(
      { ...open, sections: {} },
      { startedAgo: 'PT2H' },
      now,
    );

    expect(shifted.startedAt).toBe('2026-06-20T08:30:00.000Z');
    expect(shifted.detectedAt).toBe('2026-06-20T08:38:00.000Z');
    expect(shifted.resolvedAt).toBeUndefined();
    expect(shifted.sections.summary).toMatch(/^The dates here were moved/);
  });
});
