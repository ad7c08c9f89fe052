import { z } from 'zod';
import type { Endpoint } from '../kernel/endpoint';
import { byId } from '../kernel/params';
import { postmortemSchema } from '../postmortem/model';
import { agendaSchema, putMeetingSchema } from './model';

export const meetingEndpoints = {
  putMeeting: {
    method: 'put',
    path: '/postmortems/:id/meeting',
    summary: 'Schedule or update the meeting; an empty body cancels it',
    status: 200,
    params: byId,
    body: putMeetingSchema,
    ifMatch: true,
    response: postmortemSchema,
  },
  getAgenda: {
    method: 'get',
    path: '/postmortems/:id/meeting/agenda',
    summary: 'Get the open questions for the meeting',
    status: 200,
    params: byId,
    response: agendaSchema,
  },
  getMeetingCalendar: {
    method: 'get',
    path: '/postmortems/:id/meeting.ics',
    summary: 'Get the meeting as an iCalendar file',
    status: 200,
    params: byId,
    response: z.string(),
    mediaType: 'text/calendar',
  },
} as const satisfies Record<string, Endpoint>;
