import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes, useLocation } from 'react-router-dom';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { postmortemSummarySchema } from 'backstage-plugin-postmortems-common';
import type {
  DeadlinePreview,
  PostmortemsApi,
} from 'backstage-plugin-postmortems-common';
import { DateTime } from 'luxon';
import { postmortemsApiRef } from '../../data/postmortemsApiRef';
import { rootRouteRef } from '../../routes';
import { createFakePostmortemsApi } from '../../testing/fakePostmortemsApi';
import { aPostmortem } from '../../testing/fixtures';
import { refusal } from '../../testing/refusal';
import { NewPostmortemPage } from './NewPostmortemPage';

jest.setTimeout(30_000);

const preview: DeadlinePreview = {
  required: true,
  governingSeverity: 'SEV-1',
  rule: { severity: 'SEV-1', due: { calendarDays: 3 } },
  teamRefs: ['group:default/checkout'],
};

const catalog = catalogApiMock({
  entities: [
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'checkout-api', namespace: 'default' },
    },
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'User',
      metadata: { name: 'guest', namespace: 'default' },
    },
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'User',
      metadata: { name: 'ana.silva', namespace: 'default' },
      spec: { memberOf: ['checkout'] },
      relations: [{ type: 'memberOf', targetRef: 'group:default/checkout' }],
    },
  ],
});

function Where() {
  const { pathname, search } = useLocation();
  return <p>Now at {pathname + search}</p>;
}

function renderForm(api: PostmortemsApi, search = '') {
  return renderInTestApp(
    <Routes>
      <Route path="/postmortems/new" element={<NewPostmortemPage />} />
      <Route path="*" element={<Where />} />
    </Routes>,
    {
      initialRouteEntries: [`/postmortems/new${search}`],
      mountedRoutes: {
        '/postmortems': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
      apis: [
        [postmortemsApiRef, api],
        [catalogApiRef, catalog],
        mockApis.identity({ userEntityRef: 'user:default/guest' }),
        mockApis.permission(),
      ],
    },
  );
}

/** A time as sent by the form, entered in the tests' zone. */
function sent(local: string) {
  return DateTime.fromISO(local).toUTC().toISO({ suppressMilliseconds: true });
}

async function choose(label: RegExp, text: string, option: RegExp) {
  await userEvent.type(await screen.findByLabelText(label), text);
  await userEvent.click(await screen.findByRole('option', { name: option }));
}

async function chooseSeverity() {
  await userEvent.click(await screen.findByLabelText(/Severity/));
  await userEvent.click(await screen.findByRole('option', { name: /SEV-1/ }));
}

async function enterTimes() {
  await userEvent.type(screen.getByLabelText(/Started/), '2026-03-12T09:14');
  await userEvent.type(screen.getByLabelText(/Resolved/), '2026-03-12T11:28');
}

beforeEach(() => window.localStorage.clear());

describe('starting a postmortem', () => {
  it('warns about what may be the same incident', async () => {
    const listIncidents = jest.fn<
      ReturnType<PostmortemsApi['listIncidents']>,
      Parameters<PostmortemsApi['listIncidents']>
    >(async () => ({
      items: [
        {
          id: '7',
          source: 'pagerduty',
          sourceTitle: 'PagerDuty',
          key: 'Q7',
          title: 'Checkout is down',
          disposition: 'waiting',
          startedAt: '2026-03-12T09:14:00Z',
          unknownSeverities: ['Odd'],
          entityRefs: ['component:default/checkout-api'],
          teamRefs: [],
          unmappedServices: [],
          leftOut: [],
          private: false,
        },
      ],
      pageInfo: {},
    }));
    const entityRefs = ['component:default/checkout-api'];
    const api = createFakePostmortemsApi({
      previewDeadline: async () => preview,
      suggestOwners: async () => ({ items: [] }),
      listIncidents,
      postmortems: [
        aPostmortem({
          id: 'PM-1',
          title: 'Over before',
          entityRefs,
          startedAt: '2026-03-11T09:14:00Z',
          resolvedAt: '2026-03-11T09:30:00Z',
        }),
        aPostmortem({
          id: 'PM-2',
          title: 'At the same time',
          entityRefs,
          startedAt: '2026-03-12T10:00:00Z',
          resolvedAt: '2026-03-13T12:00:00Z',
        }),
      ],
    });
    renderForm(api, '?entityRef=component:default/checkout-api');
    await screen.findByLabelText(/Started/);
    expect(listIncidents).not.toHaveBeenCalled();
    await enterTimes();

    const warning = (
      await screen.findByText('This incident may already be listed')
    ).closest('[role="status"]');
    expect(warning).toHaveTextContent('At the same time');
    expect(warning).not.toHaveTextContent('Over before');
    await waitFor(() =>
      expect(warning).toHaveTextContent(
        'PagerDuty Q7: Checkout is down (needs a postmortem)',
      ),
    );
    expect(listIncidents.mock.lastCall?.[0].query).toMatchObject({
      entityRef: entityRefs,
      startedBefore: sent('2026-03-12T11:28'),
      resolvedAfter: sent('2026-03-12T09:14'),
    });
  });

  it('shows similar incidents while typing, with reasons', async () => {
    const { permissions: _, ...similar } = postmortemSummarySchema.parse(
      aPostmortem({ id: 'PM-15', title: 'TLS handshakes failed' }),
    );
    const findSimilarPostmortems = jest.fn<
      ReturnType<PostmortemsApi['findSimilarPostmortems']>,
      Parameters<PostmortemsApi['findSimilarPostmortems']>
    >(async () => ({
      items: [
        {
          ...similar,
          reasons: [
            { kind: 'same-entity', values: ['component:default/checkout-api'] },
            { kind: 'shared-words', values: ['certificate', 'expired'] },
          ],
        },
      ],
    }));
    const api = createFakePostmortemsApi({
      previewDeadline: async () => preview,
      suggestOwners: async () => ({ items: [] }),
      findSimilarPostmortems,
    });
    renderForm(api, '?entityRef=component:default/checkout-api');
    const title = await screen.findByLabelText(/Title/);
    await userEvent.type(title, 'ex');
    await userEvent.type(title, 'pired certificate');
    expect(
      await screen.findByText(
        'also affected checkout-api · shared words “certificate”, “expired”',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: /PM-15 TLS handshakes failed/ }),
    ).toBeInTheDocument();
    expect(findSimilarPostmortems.mock.lastCall?.[0].query).toEqual({
      title: 'expired certificate',
      entityRef: ['component:default/checkout-api'],
    });
    // Debounced.
    expect(findSimilarPostmortems.mock.calls.length).toBeLessThan(5);
  });

  it('accepts the facts, previews the deadline while typing, and opens the editor', async () => {
    const createPostmortem = jest.fn();
    const acknowledgeOwner = jest.fn(async () => aPostmortem());
    const previewDeadline = jest.fn();
    renderForm(
      createFakePostmortemsApi({
        previewDeadline: async ({ body }) => {
          previewDeadline(body);
          return body?.resolvedAt
            ? {
                ...preview,
                deadline: {
                  dueAt: '2126-03-15T23:59:59.999Z',
                  rule: preview.rule!,
                  explanation: {
                    sentence: 'What the API says in English.',
                    timeZone: 'UTC',
                    countedFrom: body.resolvedAt,
                    dueDate: '2126-03-15',
                    days: [],
                  },
                },
              }
            : preview;
        },
        createPostmortem: async ({ body }) => {
          createPostmortem(body);
          return aPostmortem({ ownerRef: body!.ownerRef });
        },
        acknowledgeOwner,
      }),
      '?entityRef=component:default/checkout-api&entityRef=group:default/checkout',
    );

    await userEvent.type(await screen.findByLabelText(/Title/), 'No orders');
    await chooseSeverity();
    expect(
      await screen.findByText(
        'SEV-1: due 3 calendar days after the incident is resolved.',
      ),
    ).toBeInTheDocument();
    await enterTimes();
    expect(
      await screen.findByText(
        /^Due Fri, Mar 15, 2126, end of day \(UTC\): 3 calendar days after/,
      ),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'checkout' })).toBeInTheDocument();
    expect(previewDeadline).toHaveBeenLastCalledWith({
      severity: 'SEV-1',
      startedAt: sent('2026-03-12T09:14'),
      resolvedAt: sent('2026-03-12T11:28'),
      entityRefs: ['component:default/checkout-api'],
    });

    // Likely owners come first, with reasons.
    await userEvent.click(screen.getByLabelText(/Owner/));
    expect(
      (await screen.findAllByRole('option')).map(each => each.textContent),
    ).toEqual(['guestyou', 'ana.silvaowning team']);
    await userEvent.keyboard('{Escape}');
    await userEvent.click(screen.getByRole('button', { name: 'Assign to me' }));
    const visibility = screen.getByRole('group', { name: 'Visibility' });
    expect(within(visibility).getByLabelText('Internal')).toBeChecked();
    expect(visibility).toHaveTextContent(
      /Restricted: visible only to the owner/,
    );
    await userEvent.click(within(visibility).getByLabelText('Restricted'));

    await userEvent.click(
      screen.getByRole('button', { name: 'Start postmortem' }),
    );
    expect(
      await screen.findByText('Now at /postmortems/PM-42?edit=true'),
    ).toBeInTheDocument();
    expect(createPostmortem).toHaveBeenCalledWith({
      title: 'No orders',
      severity: 'SEV-1',
      entityRefs: ['component:default/checkout-api'],
      startedAt: sent('2026-03-12T09:14'),
      resolvedAt: sent('2026-03-12T11:28'),
      outcome: 'incident',
      visibility: 'restricted',
      ownerRef: 'user:default/guest',
    });
    // Assigning it to yourself acknowledges it.
    expect(acknowledgeOwner).toHaveBeenCalledWith({ params: { id: 'PM-42' } });
  });

  it('shows errors beside each field and sends nothing before', async () => {
    const createPostmortem = jest.fn(async () => aPostmortem());
    renderForm(
      createFakePostmortemsApi({
        createPostmortem,
        previewDeadline: async () => preview,
      }),
    );
    const submit = await screen.findByRole('button', {
      name: 'Start postmortem',
    });
    await userEvent.click(submit);

    expect(screen.getByLabelText(/Title/)).toHaveAccessibleDescription(
      'Enter a title that says what broke',
    );
    expect(screen.getByText('Choose a severity')).toBeInTheDocument();
    expect(screen.getByLabelText(/Affected/)).toHaveAccessibleDescription(
      'Add at least one affected entity',
    );
    expect(screen.getByLabelText(/Started/)).toHaveAccessibleDescription(
      'Enter the time the incident started',
    );
    expect(screen.getByLabelText(/Resolved/)).toHaveAccessibleDescription(
      'Enter the time the incident was resolved, or select "Ongoing"',
    );
    expect(createPostmortem).not.toHaveBeenCalled();

    await userEvent.type(screen.getByLabelText(/Title/), 'No orders');
    expect(screen.queryByText('Enter a title that says what broke')).toBeNull();
    await choose(/Affected/, 'checkout', /checkout-api/);
    await chooseSeverity();
    await userEvent.type(screen.getByLabelText(/Started/), '2026-03-12T09:14');
    await userEvent.click(screen.getByLabelText('Ongoing'));
    await userEvent.click(submit);
    await screen.findByText(/Now at/);
    expect(createPostmortem).toHaveBeenCalledWith({
      body: expect.not.objectContaining({ resolvedAt: expect.anything() }),
    });
  });

  it('shows server errors beside the field they name', async () => {
    renderForm(
      createFakePostmortemsApi({
        previewDeadline: async () => preview,
        createPostmortem: async () => {
          throw refusal(
            400,
            'InputError',
            'entityRefs[0]: component:default/gone is not in the catalog',
          );
        },
      }),
      '?entityRef=component:default/gone',
    );
    await userEvent.type(await screen.findByLabelText(/Title/), 'No orders');
    await chooseSeverity();
    await enterTimes();
    await userEvent.click(
      screen.getByRole('button', { name: 'Start postmortem' }),
    );
    await waitFor(() =>
      expect(screen.getByLabelText(/Affected/)).toHaveAccessibleDescription(
        'Affected entities: component:default/gone is not in the catalog',
      ),
    );
  });

  it('names what is unavailable if it is not the catalog', async () => {
    const unavailable = refusal(
      503,
      'ServiceUnavailableError',
      'The database is unavailable. Try again in a moment',
    );
    const away = async () => {
      throw unavailable;
    };
    renderForm(
      createFakePostmortemsApi({
        previewDeadline: away,
        createPostmortem: away,
      }),
      '?entityRef=component:default/checkout-api',
    );
    await userEvent.type(await screen.findByLabelText(/Title/), 'No orders');
    await chooseSeverity();
    await enterTimes();
    await userEvent.click(
      screen.getByRole('button', { name: 'Start postmortem' }),
    );
    expect(
      await screen.findByText(
        /^Not saved, but your input is kept: The database is unavailable/,
      ),
    ).toBeInTheDocument();
    expect(
      await screen.findByText(/^The database is unavailable/),
    ).toBeInTheDocument();
    expect(screen.queryByText(/reach the catalog/)).toBeNull();
    expect(screen.getByLabelText(/Title/)).toHaveValue('No orders');
  });

  it('keeps the form while the catalog is unavailable, and sends it again', async () => {
    let away = true;
    const unavailable = refusal(
      503,
      'ServiceUnavailableError',
      'The catalog is unavailable',
      { unavailable: 'catalog' },
    );
    renderForm(
      createFakePostmortemsApi({
        previewDeadline: async () => {
          if (away) throw unavailable;
          return preview;
        },
        createPostmortem: async () => {
          if (away) throw unavailable;
          return aPostmortem();
        },
      }),
      '?entityRef=component:default/checkout-api',
    );
    await userEvent.type(await screen.findByLabelText(/Title/), 'No orders');
    await chooseSeverity();
    await enterTimes();
    await userEvent.click(
      screen.getByRole('button', { name: 'Start postmortem' }),
    );
    expect(
      await screen.findByText(
        /reach the catalog to check the affected entities/,
      ),
    ).toBeInTheDocument();
    expect(
      await screen.findByText(/the owning teams are unknown/),
    ).toBeInTheDocument();
    expect(screen.getByLabelText(/Title/)).toHaveValue('No orders');

    away = false;
    const [retry] = screen.getAllByRole('button', { name: 'Try again' });
    await userEvent.click(retry);
    expect(await screen.findByText(/Now at/)).toBeInTheDocument();
  });

  it('restores unsent values', async () => {
    const createPostmortem = jest.fn(async () => aPostmortem());
    const api = createFakePostmortemsApi({
      previewDeadline: async () => preview,
      createPostmortem,
    });
    const search = '?entityRef=component:default/checkout-api';
    const { unmount } = renderForm(api, search);
    await userEvent.type(await screen.findByLabelText(/Title/), 'No orders');
    unmount();

    renderForm(api, search);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Continue editing' }),
    );
    expect(screen.getByLabelText(/Title/)).toHaveValue('No orders');
    await chooseSeverity();
    await enterTimes();
    await userEvent.click(
      screen.getByRole('button', { name: 'Start postmortem' }),
    );
    await screen.findByText(/Now at/);
    expect(createPostmortem).toHaveBeenCalledTimes(1);
    expect(Object.keys(window.localStorage).join()).not.toContain('draft');
  });
});
