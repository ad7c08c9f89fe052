import { TestDatabases } from '@backstage/backend-test-utils';
import ICAL from 'ical.js';
import { aCreate, refusal, startPortal } from '../__testUtils__/harness';
import type { TestPortal } from '../__testUtils__/harness';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('The meeting, %s', databaseId => {
  let portal: TestPortal;
  let id: string;
  beforeEach(async () => {
    portal = await startPortal({
      knex: await databases.init(databaseId),
      config: {
        app: { baseUrl: 'https://portal.example.com' },
        postmortems: { policies: [{ satisfiedBy: 'meeting-held' }] },
      },
    });
    ({ id } = await portal.api.createPostmortem({
      body: aCreate({ title: 'Orders, payments; and more\\ßü' }),
    }));
  });
  afterEach(() => portal.stop());

  async function put(body: object) {
    const { revision } = await portal.api.getPostmortem({ params: { id } });
    return portal.api.putMeeting({ params: { id }, body, ifMatch: revision });
  }

  it('is scheduled, flagged if after the deadline, held, and cancelled', async () => {
    const plan = {
      scheduledFor: '2026-03-17T09:00:00+01:00',
      url: 'https://meet.example.com/pm',
      attendeeRefs: ['User:default/Bob'],
    };
    expect(await put(plan)).toMatchObject({
      complianceStatus: 'on-track',
      meeting: {
        scheduledFor: '2026-03-17T08:00:00.000Z',
        durationMinutes: 60,
        url: 'https://meet.example.com/pm',
        attendeeRefs: ['user:default/bob'],
        afterDeadline: false,
      },
    });
    const late = await put({ ...plan, scheduledFor: '2026-03-18T00:00:00Z' });
    expect(late.meeting?.afterDeadline).toBe(true);

    portal.clock.now = new Date('2026-03-17T10:00:00Z');
    const held = await put({ ...plan, heldAt: '2026-03-17T08:00:00Z' });
    expect(held).toMatchObject({
      complianceStatus: 'met',
      meetingHeldAt: '2026-03-17T08:00:00.000Z',
      meeting: { heldAt: '2026-03-17T08:00:00.000Z' },
    });
    // The older field for the meeting has the same effect.
    const corrected = await portal.api.updatePostmortem({
      params: { id },
      body: {
        meetingHeldAt: '2026-03-17T09:30:00Z',
        reason: 'It began later',
      },
      ifMatch: held.revision,
    });
    expect(corrected.meeting).toMatchObject({
      scheduledFor: '2026-03-17T08:00:00.000Z',
      heldAt: '2026-03-17T09:30:00.000Z',
    });
    const cancelled = await put({ reason: 'It was another meeting' });
    expect(cancelled.meeting).toBeUndefined();
    expect(cancelled.meetingHeldAt).toBeUndefined();

    const { items } = await portal.api.listHistory({ params: { id } });
    expect(items.map(({ action, field }) => [action, field])).toEqual([
      ['meeting-changed', 'meeting'],
      ['field-changed', 'meetingHeldAt'],
      ['field-changed', 'meetingHeldAt'],
      ['meeting-changed', 'meeting'],
      ['field-changed', 'meetingHeldAt'],
      ['meeting-changed', 'meeting'],
      ['meeting-changed', 'meeting'],
      ['created', undefined],
    ]);
  });

  it.each([
    ['url', { url: 'ftp://meet.example.com' }],
    ['attendeeRefs[0]', { attendeeRefs: ['group:default/checkout'] }],
    ['attendeeRefs[0]', { attendeeRefs: ['user:default/nobody'] }],
    ['scheduledFor', { scheduledFor: 'tomorrow' }],
    ['durationMinutes', { durationMinutes: 0 }],
    ['meetingHeldAt', { heldAt: '2026-04-01T00:00:00Z' }],
  ])('is rejected with a wrong %s', async (field, body) => {
    expect(await refusal(put(body))).toMatchObject({
      status: 400,
      message: expect.stringContaining(field),
    });
  });

  it('has the open questions as its agenda', async () => {
    const { api } = portal;
    const params = { id };
    await api.addActionItem({
      params,
      body: { title: 'Flush in steps', kind: 'prevent', priority: 'P1' },
    });
    for (const markdown of ['Which shops?', 'Answered already']) {
      await api.addComment({ params, body: { anchor: 'impact', markdown } });
    }
    await api.resolveComment({ params: { id, itemId: '2' } });
    expect(await api.getAgenda({ params })).toEqual({
      postmortemId: id,
      items: [
        ...[
          'summary',
          'impact',
          'what-happened',
          'resolution',
          'contributing-factors',
          'action-items',
          'owner',
        ].map(key => ({ kind: 'missing', key })),
        {
          kind: 'proposed-action-item',
          actionItemId: `${id}/A1`,
          title: 'Flush in steps',
        },
        {
          kind: 'open-comment',
          commentId: '1',
          anchor: 'impact',
          authorRef: 'user:default/alice',
          markdown: 'Which shops?',
        },
      ],
    });
  });

  it('has a calendar entry that follows its schedule', async () => {
    const { api } = portal;
    expect(
      await refusal(api.getMeetingCalendar({ params: { id } })),
    ).toMatchObject({
      status: 404,
      message: expect.stringMatching(/Set scheduledFor first/),
    });
    await api.addComment({
      params: { id },
      body: { markdown: 'Which shops,\nand; which\\not?' },
    });
    const entry = async (scheduledFor: string) => {
      await put({
        scheduledFor,
        durationMinutes: 45,
        url: 'https://meet.example.com/pm',
        attendeeRefs: ['user:default/bob'],
      });
      const text = await api.getMeetingCalendar({ params: { id } });
      // RFC 5545: lines end with CRLF and have at most 75 octets.
      for (const line of text.trimEnd().split('\r\n')) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(line).not.toMatch(/[\r\n]/);
      }
      const calendar = new ICAL.Component(ICAL.parse(text));
      expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
      const event = calendar.getFirstSubcomponent('vevent')!;
      expect(event.getFirstPropertyValue('url')).toBe(
        `https://portal.example.com/postmortems/${id}`,
      );
      return new ICAL.Event(event);
    };

    const first = await entry('2026-03-17T09:00:00Z');
    expect(first.summary).toBe(
      `Postmortem ${id}: Orders, payments; and more\\ßü`,
    );
    expect(first.startDate.toJSDate()).toEqual(
      new Date('2026-03-17T09:00:00Z'),
    );
    expect(first.endDate.toJSDate()).toEqual(new Date('2026-03-17T09:45:00Z'));
    expect(first.location).toBe('https://meet.example.com/pm');
    expect(first.description).toMatch(/Attendees:\n- bob/);
    expect(first.description).toMatch(
      /Missing: summary[^]*Open comment by alice: Which shops,$/,
    );

    const moved = await entry('2026-03-18T09:00:00Z');
    expect(moved.uid).toBe(first.uid);
    expect(moved.sequence).toBeGreaterThan(first.sequence);

    const answer = await fetch(`${portal.url}/postmortems/${id}/meeting.ics`, {
      headers: portal.headers,
    });
    expect(answer.headers.get('content-type')).toMatch(/^text\/calendar/);
  });
});
