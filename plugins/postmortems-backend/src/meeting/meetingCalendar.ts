import { parseEntityRef } from '@backstage/catalog-model';
import { truncateText } from 'backstage-plugin-postmortems-common';
import type {
  AgendaItem,
  Meeting,
  Postmortem,
} from 'backstage-plugin-postmortems-common';
import ical from 'ical-generator';

/**
 * Creates an iCalendar object (RFC 5545) for the meeting. Its UID is stable, so importing it again
 * updates the existing entry.
 */
export function meetingCalendar(
  meeting: Meeting & { scheduledFor: string },
  about: {
    postmortem: Pick<Postmortem, 'id' | 'title' | 'revision'>;
    agenda: AgendaItem[];
    appUrl?: string;
    now: Date;
  },
): string {
  const { postmortem, agenda, appUrl, now } = about;
  const start = new Date(meeting.scheduledFor);
  const page = appUrl && `${appUrl}/postmortems/${postmortem.id}`;
  const calendar = ical({ prodId: '//Backstage//Postmortems//EN' });
  calendar.createEvent({
    id: `${postmortem.id}.meeting@${
      appUrl ? new URL(appUrl).hostname : 'postmortems'
    }`,
    sequence: postmortem.revision,
    stamp: now,
    start,
    end: new Date(start.getTime() + meeting.durationMinutes * 60_000),
    summary: `Postmortem ${postmortem.id}: ${postmortem.title}`,
    url: page,
    location: meeting.url,
    description: [
      page ?? postmortem.id,
      ...list('Attendees', meeting.attendeeRefs.map(nameOf)),
      ...list('Agenda', agenda.map(inWords)),
    ].join('\n'),
  });
  return calendar.toString();
}

function list(title: string, lines: string[]): string[] {
  return lines.length === 0
    ? []
    : ['', `${title}:`, ...lines.map(line => `- ${line}`)];
}

function nameOf(ref: string): string {
  return parseEntityRef(ref).name;
}

function inWords(item: AgendaItem): string {
  switch (item.kind) {
    case 'missing':
      return `Missing: ${item.key}`;
    case 'proposed-action-item':
      return `Decide on ${item.actionItemId}: ${item.title}`;
    default:
      return `Open comment by ${nameOf(item.authorRef)}${
        item.anchor ? ` on ${item.anchor}` : ''
      }: ${firstLine(item.markdown)}`;
  }
}

function firstLine(markdown: string): string {
  return truncateText(markdown.trim().split('\n')[0], 200);
}
