/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { parseEntityRef } from '@backstage/catalog-model';
import type {
  AgendaItem,
  Meeting,
  Postmortem,
} from 'backstage-plugin-postmortems-common';
import ical from 'ical-generator';

/**
 * The planned meeting as an iCalendar object (RFC 5545). It keeps its identity as the plan
 * changes, so that a calendar that takes a later one in moves the entry instead of adding one.
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
  return markdown.trim().split('\n')[0].slice(0, 200);
}
