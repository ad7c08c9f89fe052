import { SECTIONS } from 'backstage-plugin-postmortems-common';
import type {
  Postmortem,
  SectionKey,
} from 'backstage-plugin-postmortems-common';
import { aPostmortem } from '../../testing/fixtures';

/** Sections with the given text; others are empty. */
export function sectionsWith(
  texts: Partial<Record<SectionKey, string>>,
): Postmortem['sections'] {
  return SECTIONS.map(({ key }) => ({
    key,
    markdown: texts[key] ?? '',
    revision: texts[key] ? 3 : 0,
  }));
}

/** A draft with a future deadline and only a summary. */
export function aDraft(overrides: Partial<Postmortem> = {}): Postmortem {
  return aPostmortem({
    status: 'draft',
    publishedAt: undefined,
    completedAt: undefined,
    dueAt: '2126-03-15T23:59:59.999Z',
    complianceStatus: 'on-track',
    deadline: {
      dueAt: '2126-03-15T23:59:59.999Z',
      rule: { severity: 'SEV-1', due: { calendarDays: 3 } },
      explanation: {
        sentence:
          'Due Fri 15 Mar 2126, end of day (UTC): 3 calendar days after resolution on Thu 12 Mar 2026, for SEV-1; skips Thu 14 Mar (Pi Day).',
        timeZone: 'UTC',
        countedFrom: '2026-03-12T11:28:00Z',
        dueDate: '2126-03-15',
        days: [
          { date: '2126-03-13', counts: true, reason: 'calendar-day' },
          {
            date: '2126-03-14',
            counts: false,
            reason: 'holiday',
            holiday: 'Pi Day',
          },
        ],
      },
    },
    sections: sectionsWith({ summary: 'The cache was flushed.' }),
    revision: 7,
    ...overrides,
  });
}
