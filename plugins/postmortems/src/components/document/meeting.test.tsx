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

import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DateTime } from 'luxon';
import type { Meeting } from 'backstage-plugin-postmortems-common';
import { aPolicy, refusal } from '../../testing';
import { aDraft } from './__testUtils__/aDraft';
import { createFakeServer } from './__testUtils__/fakeServer';
import { renderPostmortem } from './__testUtils__/renderPostmortem';

jest.setTimeout(30_000);

function aMeeting(overrides: Partial<Meeting> = {}): Meeting {
  return {
    scheduledFor: '2126-03-14T13:00:00Z',
    durationMinutes: 90,
    url: 'https://meet.example.com/42',
    attendeeRefs: ['user:default/ana.silva'],
    afterDeadline: false,
    ...overrides,
  };
}

async function part() {
  return screen.findByRole('region', { name: 'Review meeting' });
}

async function press(name: string) {
  await userEvent.click(
    await within(await part()).findByRole('button', { name }),
  );
  return screen.findByRole('dialog');
}

/** What a field of the browser holds for a time. */
function local(time: string) {
  return DateTime.fromISO(time).toFormat("yyyy-MM-dd'T'HH:mm");
}

describe('planning the meeting', () => {
  it('asks those who took part, and points out that it is late', async () => {
    const server = createFakeServer(
      aDraft({
        commanderRef: 'user:default/bo.li',
        contributors: [{ userRef: 'user:default/ana.silva', role: 'scribe' }],
      }),
      { getAgenda: async () => ({ postmortemId: 'PM-42', items: [] }) },
    );
    renderPostmortem(server.api);

    expect(await part()).toHaveTextContent('No meeting is planned.');
    const dialog = await press('Plan a meeting');
    const save = within(dialog).getByRole('button', { name: 'Save' });
    expect(save).toBeDisabled();
    const when = within(dialog).getByLabelText(/^When/);
    fireEvent.change(when, {
      target: { value: local('2126-03-20T13:00:00Z') },
    });
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'That is after the deadline on Mar 15, 2126. Move it forward, or publish before it.',
    );
    fireEvent.change(when, {
      target: { value: local('2126-03-14T13:00:00Z') },
    });
    expect(within(dialog).queryByRole('alert')).toBeNull();

    const url = within(dialog).getByLabelText(/^Link to join/);
    await userEvent.type(url, 'meet.example.com');
    await userEvent.click(save);
    expect(
      await within(dialog).findByText(/must be an http or https address/i),
    ).toBeVisible();
    await userEvent.clear(url);
    await userEvent.type(url, 'https://meet.example.com');
    await userEvent.click(save);

    await waitFor(() =>
      expect(server.current().meeting).toMatchObject({
        scheduledFor: '2126-03-14T13:00:00Z',
        durationMinutes: 60,
        url: 'https://meet.example.com',
        attendeeRefs: ['user:default/ana.silva', 'user:default/bo.li'],
      }),
    );
    expect(
      await within(await part()).findByText('No questions are open.'),
    ).toBeVisible();
  });

  it('says beside the field whom the server does not know', async () => {
    const { api } = createFakeServer(aDraft(), {
      putMeeting: async () => {
        throw refusal(
          400,
          'InputError',
          'attendeeRefs[0] is not in the catalog: user:default/ana.silva',
        );
      },
    });
    renderPostmortem(api);

    const dialog = await press('Plan a meeting');
    fireEvent.change(within(dialog).getByLabelText(/^When/), {
      target: { value: local('2126-03-14T13:00:00Z') },
    });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    expect(
      await within(dialog).findByText(
        'Attendees is not in the catalog: user:default/ana.silva',
      ),
    ).toBeVisible();
  });
});

describe('a planned meeting', () => {
  it('leads to each open question, and to where one joins', async () => {
    const { api } = createFakeServer(aDraft({ meeting: aMeeting() }), {
      getAgenda: async () => ({
        postmortemId: 'PM-42',
        items: [
          { kind: 'missing', key: 'resolved' },
          {
            kind: 'proposed-action-item',
            actionItemId: 'PM-42/A2',
            title: 'Alert on an empty cache',
          },
          {
            kind: 'open-comment',
            commentId: '7',
            anchor: 'impact',
            authorRef: 'user:default/bo.li',
            markdown: 'How many?\nOr about how many?',
          },
        ],
      }),
    });
    renderPostmortem(api);

    const agenda = await within(await part()).findByRole('list');
    expect(
      within(agenda)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual([
      'Still missing: Incident resolved',
      'Decide on A2 Alert on an empty cache',
      'bo.li on Impact: How many?',
    ]);
    expect(
      within(agenda)
        .getAllByRole('link')
        .map(link => link.getAttribute('href')?.split('#')[1]),
    ).toEqual(['section-timeline', 'A2', 'comment-7']);
    expect(
      within(await part()).getByRole('link', { name: /^Join/ }),
    ).toHaveAttribute('href', 'https://meet.example.com/42');
    expect(await part()).toHaveTextContent(/With ana\.silva/);
  });

  it('says that its questions did not load, and tries again', async () => {
    const getAgenda = jest
      .fn()
      .mockRejectedValueOnce(new Error('Offline'))
      .mockResolvedValue({ postmortemId: 'PM-42', items: [] });
    const { api } = createFakeServer(aDraft({ meeting: aMeeting() }), {
      getAgenda,
    });
    renderPostmortem(api);

    expect(
      await screen.findByText(/open questions could not be loaded: Offline/),
    ).toBeVisible();
    await userEvent.click(
      within(await part()).getByRole('button', { name: 'Try again' }),
    );
    expect(await screen.findByText('No questions are open.')).toBeVisible();
  });

  it('is saved for calendars with the reader’s own sign-in', async () => {
    const saved: Blob[] = [];
    Object.assign(URL, {
      createObjectURL: (blob: Blob) => `blob:${saved.push(blob)}`,
      revokeObjectURL: () => {},
    });
    const click = jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(() => {});
    const { api } = createFakeServer(aDraft({ meeting: aMeeting() }), {
      getAgenda: async () => ({ postmortemId: 'PM-42', items: [] }),
      getMeetingCalendar: async () => 'BEGIN:VCALENDAR',
    });
    renderPostmortem(api);

    await userEvent.click(
      await within(await part()).findByRole('button', {
        name: 'Add to calendar',
      }),
    );
    await waitFor(() => expect(click).toHaveBeenCalledTimes(1));
    const [link] = click.mock.contexts as HTMLAnchorElement[];
    expect(link.download).toBe('PM-42.ics');
    expect(saved[0].type).toBe('text/calendar;charset=utf-8');
    click.mockRestore();
  });

  it.each([
    ['published', /^The deadline .* passed already. Publishing need not wait/],
    ['meeting-held', /^The deadline .* wants it held, .* Hold it as soon as/],
  ] as const)(
    'says what to do where the deadline has passed and the policy wants it %s',
    async (satisfiedBy, words) => {
      const { api } = createFakeServer(
        aDraft({ meeting: aMeeting(), dueAt: '2026-03-15T23:59:59.999Z' }),
        {
          policy: aPolicy({ satisfiedBy }),
          getAgenda: async () => ({ postmortemId: 'PM-42', items: [] }),
        },
      );
      renderPostmortem(api);
      await waitFor(async () =>
        expect(within(await part()).getByRole('alert')).toHaveTextContent(
          words,
        ),
      );
    },
  );

  it('was held when its time has come, as the policy may ask', async () => {
    const server = createFakeServer(
      aDraft({ meeting: aMeeting({ scheduledFor: '2026-03-14T13:00:00Z' }) }),
      {
        policy: aPolicy({ satisfiedBy: 'meeting-held' }),
        getAgenda: async () => ({ postmortemId: 'PM-42', items: [] }),
      },
    );
    renderPostmortem(server.api);

    expect(
      await screen.findByText(/^The policy counts a postmortem as complete/),
    ).toBeVisible();
    const dialog = await press('It was held');
    expect(within(dialog).getByLabelText(/^Review meeting held/)).toHaveValue(
      local('2026-03-14T13:00:00Z'),
    );
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));

    expect(await within(await part()).findByText(/^Held/)).toBeVisible();
    // The rest of the plan stays.
    expect(server.current().meeting).toMatchObject({
      heldAt: '2026-03-14T13:00:00Z',
      durationMinutes: 90,
      attendeeRefs: ['user:default/ana.silva'],
    });
    expect(screen.queryByText(/^The policy counts/)).toBeNull();
    expect(screen.queryByText('Agenda')).toBeNull();
  });

  it('is called off after asking', async () => {
    const server = createFakeServer(aDraft({ meeting: aMeeting() }), {
      getAgenda: async () => ({ postmortemId: 'PM-42', items: [] }),
    });
    renderPostmortem(server.api);

    const dialog = await press('Call it off');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Call it off' }),
    );
    expect(
      await within(await part()).findByText('No meeting is planned.'),
    ).toBeVisible();
    expect(server.current().meeting).toBeUndefined();
    // The button is gone; the keyboard goes on from where it was.
    const keeper = await part();
    await waitFor(() => expect(keeper).toHaveFocus());
  });
});
