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

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes, useLocation } from 'react-router-dom';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import type {
  DeadlinePreview,
  PostmortemsApi,
} from 'backstage-plugin-postmortems-common';
import { DateTime } from 'luxon';
import { postmortemsApiRef } from '../../api';
import { rootRouteRef } from '../../routes';
import { aPostmortem, createFakePostmortemsApi, refusal } from '../../testing';
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
  renderInTestApp(
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

/** A time as the form sends it, entered in the zone of the tests. */
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

describe('starting a postmortem', () => {
  it('takes the facts, shows the deadline as they are typed, and leads on to writing', async () => {
    const createPostmortem = jest.fn();
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
          return aPostmortem();
        },
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
        /^Due Fri 15 Mar 2126, end of day \(UTC\): 3 calendar days after/,
      ),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'checkout' })).toBeInTheDocument();
    expect(previewDeadline).toHaveBeenLastCalledWith({
      severity: 'SEV-1',
      startedAt: sent('2026-03-12T09:14'),
      resolvedAt: sent('2026-03-12T11:28'),
      entityRefs: ['component:default/checkout-api'],
    });

    // Those who are likely to own it come first, with the reason.
    await userEvent.click(screen.getByLabelText(/Owner/));
    expect(
      (await screen.findAllByRole('option')).map(each => each.textContent),
    ).toEqual(['guestyou', 'ana.silvaowning team']);
    await userEvent.keyboard('{Escape}');
    await userEvent.click(screen.getByRole('button', { name: 'I take it' }));
    const visibility = screen.getByRole('group', { name: 'Who may see it' });
    expect(within(visibility).getByLabelText('Internal')).toBeChecked();
    expect(visibility).toHaveTextContent(/Restricted: only its owner/);
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
  });

  it('says beside each field what is asked for, and sends nothing before', async () => {
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
      'Give it a title that says what broke',
    );
    expect(screen.getByText('Choose the severity')).toBeInTheDocument();
    expect(screen.getByLabelText(/Affected/)).toHaveAccessibleDescription(
      'Name at least one affected entity',
    );
    expect(screen.getByLabelText(/Started/)).toHaveAccessibleDescription(
      'Say when it started',
    );
    expect(screen.getByLabelText(/Resolved/)).toHaveAccessibleDescription(
      'Say when it was resolved, or that it is still going on',
    );
    expect(createPostmortem).not.toHaveBeenCalled();

    await userEvent.type(screen.getByLabelText(/Title/), 'No orders');
    expect(
      screen.queryByText('Give it a title that says what broke'),
    ).toBeNull();
    await choose(/Affected/, 'checkout', /checkout-api/);
    await chooseSeverity();
    await userEvent.type(screen.getByLabelText(/Started/), '2026-03-12T09:14');
    await userEvent.click(screen.getByLabelText('Still going on'));
    await userEvent.click(submit);
    await screen.findByText(/Now at/);
    expect(createPostmortem).toHaveBeenCalledWith({
      body: expect.not.objectContaining({ resolvedAt: expect.anything() }),
    });
  });

  it('puts what the server refuses beside the field it names', async () => {
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
        'Affected: component:default/gone is not in the catalog',
      ),
    );
  });

  it('says what is away where it is not the catalog', async () => {
    const unavailable = refusal(
      503,
      'ServiceUnavailableError',
      'The database cannot be reached; try again in a moment',
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
      await screen.findByText(/^Not saved: The database cannot be reached/),
    ).toBeInTheDocument();
    expect(
      await screen.findByText(/^The database cannot be reached/),
    ).toBeInTheDocument();
    expect(screen.queryByText(/catalog cannot/)).toBeNull();
    expect(screen.getByLabelText(/Title/)).toHaveValue('No orders');
  });

  it('keeps the form while the catalog is away, and sends it again', async () => {
    let away = true;
    const unavailable = refusal(
      503,
      'ServiceUnavailableError',
      'The catalog cannot be reached',
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
      await screen.findByText(/the affected entities cannot be checked/),
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
});
