import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DateTime } from 'luxon';
import type { Meeting } from 'backstage-plugin-postmortems-common';
import { aPolicy } from '../../../testing/fixtures';
import { refusal } from '../../../testing/refusal';
import { aDraft } from '../../__testUtils__/aDraft';
import { createFakeServer } from '../../__testUtils__/fakeServer';
import { renderPostmortem } from '../../__testUtils__/renderPostmortem';

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

/** Value of a `datetime-local` input. */
function local(time: string) {
  return DateTime.fromISO(time).toFormat("yyyy-MM-dd'T'HH:mm");
}

describe('planning the meeting', () => {
  it('suggests contributors as attendees and warns if it is late', async () => {
    const server = createFakeServer(
      aDraft({
        commanderRef: 'user:default/bo.li',
        contributors: [{ userRef: 'user:default/ana.silva', role: 'scribe' }],
      }),
      { getAgenda: async () => ({ postmortemId: 'PM-42', items: [] }) },
    );
    renderPostmortem(server.api);

    expect(await part()).toHaveTextContent('No review meeting scheduled.');
    const dialog = await press('Schedule meeting');
    const save = within(dialog).getByRole('button', { name: 'Save' });
    expect(save).toBeDisabled();
    const when = within(dialog).getByLabelText(/^Date and time/);
    fireEvent.change(when, {
      target: { value: local('2126-03-20T13:00:00Z') },
    });
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'This is after the deadline on Mar 15, 2126. Choose an earlier time, or publish before the deadline.',
    );
    fireEvent.change(when, {
      target: { value: local('2126-03-14T13:00:00Z') },
    });
    expect(within(dialog).queryByRole('alert')).toBeNull();

    const url = within(dialog).getByLabelText(/^Meeting link/);
    await userEvent.type(url, 'meet.example.com');
    await userEvent.click(save);
    expect(
      await within(dialog).findByText(/must be an http or https URL/i),
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
      await within(await part()).findByText('No open questions.'),
    ).toBeVisible();
  });

  it('shows an unknown attendee beside the field', async () => {
    const { api } = createFakeServer(aDraft(), {
      putMeeting: async () => {
        throw refusal(
          400,
          'InputError',
          'attendeeRefs[0]: user:default/ana.silva is not in the catalog',
        );
      },
    });
    renderPostmortem(api);

    const dialog = await press('Schedule meeting');
    fireEvent.change(within(dialog).getByLabelText(/^Date and time/), {
      target: { value: local('2126-03-14T13:00:00Z') },
    });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    expect(
      await within(dialog).findByText(
        'Attendees: user:default/ana.silva is not in the catalog',
      ),
    ).toBeVisible();
  });
});

describe('a planned meeting', () => {
  it('links to each open question and to the call', async () => {
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
      'Not done yet: Incident resolved',
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

  it('shows that the agenda failed to load, and retries', async () => {
    const getAgenda = jest
      .fn()
      .mockRejectedValueOnce(new Error('Offline'))
      .mockResolvedValue({ postmortemId: 'PM-42', items: [] });
    const { api } = createFakeServer(aDraft({ meeting: aMeeting() }), {
      getAgenda,
    });
    renderPostmortem(api);

    expect(await screen.findByText(/load the agenda: Offline/)).toBeVisible();
    await userEvent.click(
      within(await part()).getByRole('button', { name: 'Try again' }),
    );
    expect(await screen.findByText('No open questions.')).toBeVisible();
  });

  it('is downloaded for calendars with the reader’s token', async () => {
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
    ['published', /^The deadline was .* You can publish before the meeting/],
    [
      'meeting-held',
      /^The policy required the meeting by .* Hold it as soon as/,
    ],
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

  it('is marked as held when its time has passed, as the policy may require', async () => {
    const server = createFakeServer(
      aDraft({ meeting: aMeeting({ scheduledFor: '2026-03-14T13:00:00Z' }) }),
      {
        policy: aPolicy({ satisfiedBy: 'meeting-held' }),
        getAgenda: async () => ({ postmortemId: 'PM-42', items: [] }),
      },
    );
    renderPostmortem(server.api);

    expect(
      await screen.findByText(/^The policy requires a review meeting/),
    ).toBeVisible();
    const dialog = await press('Mark as held');
    expect(within(dialog).getByLabelText(/^Review meeting held/)).toHaveValue(
      local('2026-03-14T13:00:00Z'),
    );
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));

    expect(await within(await part()).findByText(/^Held/)).toBeVisible();
    // The rest of the plan is unchanged.
    expect(server.current().meeting).toMatchObject({
      heldAt: '2026-03-14T13:00:00Z',
      durationMinutes: 90,
      attendeeRefs: ['user:default/ana.silva'],
    });
    expect(
      screen.queryByText(/^The policy requires a review meeting/),
    ).toBeNull();
    expect(screen.queryByText('Agenda')).toBeNull();
  });

  it('is cancelled after confirmation', async () => {
    const server = createFakeServer(aDraft({ meeting: aMeeting() }), {
      getAgenda: async () => ({ postmortemId: 'PM-42', items: [] }),
    });
    renderPostmortem(server.api);

    const dialog = await press('Cancel meeting');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Cancel meeting' }),
    );
    expect(
      await within(await part()).findByText('No review meeting scheduled.'),
    ).toBeVisible();
    expect(server.current().meeting).toBeUndefined();
    // The button is gone; focus stays in the part.
    const keeper = await part();
    await waitFor(() => expect(keeper).toHaveFocus());
  });
});
