import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aPostmortem } from '../testing/fixtures';
import { refusal } from '../testing/refusal';
import { aDraft, sectionsWith } from './__testUtils__/aDraft';
import { createFakeServer } from './__testUtils__/fakeServer';
import { renderPostmortem } from './__testUtils__/renderPostmortem';

// A large page needs time on a busy machine.
jest.setTimeout(30_000);

function headings() {
  return screen.getAllByRole('heading').map(heading => heading.textContent);
}

describe('reading a postmortem', () => {
  it('shows the facts, the deadline and its explanation', async () => {
    const { api } = createFakeServer(
      aDraft({
        severity: 'SEV-2',
        governingSeverity: 'SEV-1',
        contributors: [{ userRef: 'user:default/ana.silva', role: 'scribe' }],
        labels: ['cache-flush'],
        links: [{ url: 'https://status.example.com/1', title: 'Status page' }],
      }),
    );
    renderPostmortem(api);

    expect(
      await screen.findByRole('heading', {
        name: /PM-42 Checkout returned 500s after cache flush/,
      }),
    ).toBeInTheDocument();
    await waitFor(() =>
      expect(document.title).toContain(
        'PM-42 Checkout returned 500s after cache flush',
      ),
    );
    expect(screen.getByText('SEV-1')).toBeInTheDocument();
    expect(screen.getByText(/\(2 h 14 min\)/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'checkout-api' })).toHaveAttribute(
      'href',
      '/catalog/default/component/checkout-api',
    );
    expect(screen.getByRole('link', { name: 'cache-flush' })).toHaveAttribute(
      'href',
      '/postmortems/all?label=cache-flush',
    );
    expect(screen.getByRole('link', { name: /Status page/ })).toHaveAttribute(
      'href',
      'https://status.example.com/1',
    );

    const deadline = screen.getByRole('region', { name: 'Deadline' });
    expect(deadline).toHaveTextContent('Due in');
    expect(deadline).toHaveTextContent(
      'Due Fri, Mar 15, 2126, end of day (UTC): 3 calendar days after resolution on Thu, Mar 12, 2026, for SEV-1; skips Thu, Mar 14 (Pi Day).',
    );
    await userEvent.click(
      within(deadline).getByRole('button', { name: 'Show calculation' }),
    );
    expect(await within(deadline).findByText('holiday: Pi Day')).toBeVisible();
    expect(within(deadline).getByText('skipped')).toBeVisible();
  });

  it('shows written sections in order, each with a link', async () => {
    const { api } = createFakeServer(
      aPostmortem({
        sections: sectionsWith({
          summary: 'The cache was flushed.',
          'went-well': 'Alerts fired.',
        }),
        timeline: [
          {
            id: '1',
            occurredAt: '2026-03-12T09:26:00Z',
            kind: 'detection',
            text: 'The alert fires',
            revision: 1,
          },
        ],
        contributingFactors: [
          {
            id: '2',
            title: 'One replica',
            category: 'capacity',
            description: '',
            revision: 1,
          },
        ],
      }),
    );
    renderPostmortem(api, { mayEdit: false });

    await screen.findByText('The cache was flushed.');
    expect(headings()).toEqual(
      expect.arrayContaining([
        'Summary',
        'Impact',
        'What happened',
        'Timeline',
        'Contributing factors',
        'Resolution',
        'How the response went',
        'What went well',
        'History',
      ]),
    );
    // Empty optional sections are hidden.
    expect(screen.queryByText('Where we got lucky')).not.toBeInTheDocument();
    expect(screen.queryByText('Messages')).not.toBeInTheDocument();
    // Empty required sections show a placeholder.
    expect(screen.getAllByText('Not written yet.')).toHaveLength(3);

    const events = screen.getByRole('list', { name: 'Timeline events' });
    expect(events).toHaveTextContent('+12 minDetectionThe alert fires');
    expect(
      screen.getByRole('list', { name: 'Incident milestones' }),
    ).toHaveTextContent(
      /Started.*6 min.*Detected.*1 h 38 min.*Mitigated.*30 min.*Resolved/,
    );
    expect(screen.getByText('One replica')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Capacity' })).toHaveAttribute(
      'href',
      '/postmortems/all?factorCategory=capacity',
    );

    const contents = screen.getByRole('navigation', { name: 'On this page' });
    const link = within(contents).getByRole('link', { name: 'Impact' });
    expect(
      document.querySelector(link.getAttribute('href')!),
    ).toHaveTextContent('Impact');
  });

  it('renders Markdown without scripts, event handlers and unsafe links', async () => {
    const { api } = createFakeServer(
      aPostmortem({
        sections: sectionsWith({
          summary: [
            '# A heading within',
            '<script>window.hacked = 1</script>',
            '<img src="x" onerror="window.hacked = 1">',
            '<iframe src="https://example.com"></iframe>',
            '[click](javascript:window.hacked=1) and [safe](https://example.com)',
          ].join('\n\n'),
        }),
      }),
    );
    const { container } = renderPostmortem(api);

    // Below the section's heading, at level 3.
    expect(
      await screen.findByRole('heading', {
        name: 'A heading within',
        level: 4,
      }),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /safe/ })).toHaveAttribute(
      'href',
      'https://example.com',
    );
    expect(container.querySelector('script, iframe, [onerror]')).toBeNull();
    expect(container.innerHTML).not.toMatch(/javascript:/);
  });

  it('shows the history page by page', async () => {
    const { api } = createFakeServer(aPostmortem(), {
      listHistory: async ({ query }) =>
        query?.cursor
          ? {
              items: [
                {
                  id: '1',
                  at: '2026-03-12T12:00:00Z',
                  actorRef: 'plugin:postmortems',
                  action: 'imported',
                },
              ],
              pageInfo: {},
            }
          : {
              items: [
                {
                  id: '3',
                  at: '2026-03-13T12:00:00Z',
                  actorRef: 'user:default/ana.silva',
                  action: 'severity-changed',
                  field: 'severity',
                  before: 'SEV-2',
                  after: 'SEV-1',
                  reason: 'payments failed too',
                },
                {
                  id: '2',
                  at: '2026-03-12T13:00:00Z',
                  actorRef: 'user:default/ana.silva',
                  action: 'section-changed',
                  field: 'impact',
                  before: 'Few orders failed.',
                  after: 'Many orders failed.',
                },
              ],
              pageInfo: { nextCursor: 'older' },
            },
    });
    renderPostmortem(api);

    const severity = (await screen.findByText(/changed the severity/)).closest(
      'li',
    );
    expect(severity).toHaveTextContent(
      /ana.silva changed the severity .*SEV-2 → SEV-1Reason: payments failed too/,
    );
    expect(screen.getByText(/edited "Impact"/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Show changes' }));
    expect(await screen.findByText('Many orders failed.')).toBeInTheDocument();

    await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
    expect(
      await screen.findByText(/imported the postmortem/),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
  });

  it.each([
    [404, 'NotFoundError'],
    [400, 'InputError'],
  ])('reports a missing postmortem or wrong id (%i)', async (status, name) => {
    const { api } = createFakeServer(aPostmortem(), {
      getPostmortem: async () => {
        throw refusal(status, name, 'No');
      },
    });
    renderPostmortem(api);
    expect(
      await screen.findByText('Postmortem PM-42 not found'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'View all postmortems' }),
    ).toHaveAttribute('href', '/postmortems/all');
  });

  it('reports a missing permission', async () => {
    const { api } = createFakeServer(aPostmortem(), {
      getPostmortem: async () => {
        throw refusal(403, 'NotAllowedError', 'No');
      },
    });
    renderPostmortem(api);
    expect(
      await screen.findByText("You don't have access"),
    ).toBeInTheDocument();
  });

  it('can be retried after a loading error', async () => {
    let attempts = 0;
    const { api } = createFakeServer(aDraft(), {
      getPostmortem: async () => {
        attempts += 1;
        if (attempts === 1) {
          throw refusal(503, 'ServiceUnavailableError', 'The database is away');
        }
        return aDraft();
      },
    });
    renderPostmortem(api);

    expect(await screen.findByText('The database is away')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByText('The cache was flushed.'),
    ).toBeInTheDocument();
  });
});
