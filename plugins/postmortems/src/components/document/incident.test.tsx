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
import { historyEntrySchema } from 'backstage-plugin-postmortems-common';
import type { Postmortem } from 'backstage-plugin-postmortems-common';
import { aPolicy, refusal } from '../../testing';
import type { FakePostmortemsApiOptions } from '../../testing';
import { aDraft } from './__testUtils__/aDraft';
import { aFollowingDraft } from './__testUtils__/aFollowingDraft';
import { createFakeServer } from './__testUtils__/fakeServer';
import { renderPostmortem } from './__testUtils__/renderPostmortem';

/** A server that lets facts be chosen. */
function createServer(
  initial: Postmortem,
  overrides: FakePostmortemsApiOptions = {},
) {
  const server = createFakeServer(initial, {
    chooseSourceFact: async ({ params, body, ifMatch }) => {
      const current = server.current();
      if (current.revision !== ifMatch) {
        throw refusal(412, 'StaleRevisionError', 'Somebody changed this', {
          current,
        });
      }
      const { field } = params;
      const fact = current.sourceFacts.find(each => each.field === field)!;
      const took = body.choose === 'source';
      server.change(before => ({
        ...before,
        ...(took && { [field]: fact.value }),
        revision: before.revision + 1,
        sourceFacts: before.sourceFacts.map(each =>
          each === fact ? { ...each, state: took ? 'same' : 'ours' } : each,
        ),
      }));
      return server.current();
    },
    ...overrides,
  });
  return server;
}

function notice(title: string) {
  return screen.findByRole('region', { name: title });
}

describe('a postmortem whose incident came in by itself', () => {
  it('lets one choose, fact by fact, where the source says otherwise', async () => {
    const server = createServer(aFollowingDraft());
    renderPostmortem(server.api);

    const both = await notice('PagerDuty says otherwise in 2 points');
    expect(both).toHaveTextContent('Checkout returned 500s after cache flush');
    expect(both).toHaveTextContent('Checkout down in one region');
    expect(both).toHaveTextContent(/SEV-3.*; .*SEV-2/);

    await userEvent.click(
      within(both).getByRole('button', {
        name: "Take PagerDuty's: Title",
      }),
    );
    const one = await notice('PagerDuty says otherwise');
    expect(server.current().title).toBe('Checkout down in one region');
    expect(
      await screen.findByRole('heading', {
        name: /Checkout down in one region/,
      }),
    ).toBeInTheDocument();

    await userEvent.click(
      within(one).getByRole('button', {
        name: 'Keep ours: Severity',
      }),
    );
    const settled = await screen.findByText(
      'Nothing differs from PagerDuty any more.',
    );
    expect(screen.queryByText(/says otherwise/)).not.toBeInTheDocument();
    expect(server.current().severityHistory).toHaveLength(1);
    // The button is gone; the keyboard goes on from where it was.
    await waitFor(() => expect(settled.parentElement).toHaveFocus());
  });

  it('asks again where somebody else was faster', async () => {
    const server = createServer(aFollowingDraft());
    renderPostmortem(server.api);
    const both = await notice('PagerDuty says otherwise in 2 points');

    server.change(before => ({ ...before, revision: before.revision + 1 }));
    const take = within(both).getByRole('button', {
      name: "Take PagerDuty's: Title",
    });
    await userEvent.click(take);
    expect(await within(both).findByRole('alert')).toHaveTextContent(/changed/);
    expect(server.current().title).toMatch(/500s/);
    await userEvent.click(take);
    await notice('PagerDuty says otherwise');
  });

  it('takes nothing while it is published, and says why', async () => {
    const server = createServer(aFollowingDraft({ status: 'published' }));
    renderPostmortem(server.api);

    const both = await notice('PagerDuty says otherwise in 2 points');
    expect(both).toHaveTextContent(/To take what PagerDuty says, reopen it/);
    expect(
      within(both).queryByRole('button', { name: /^Take/ }),
    ).not.toBeInTheDocument();
    await userEvent.click(
      within(both).getByRole('button', {
        name: 'Keep ours: Title',
      }),
    );
    await notice('PagerDuty says otherwise');
  });

  it('may be covered by another postmortem, as long as nobody has begun it', async () => {
    const coverIncident = jest.fn(async () => aDraft({ id: 'PM-9' }));
    const server = createServer(aFollowingDraft({ begun: false }), {
      coverIncident,
      listPostmortems: async () => ({
        items: [aDraft(), aDraft({ id: 'PM-9', title: 'Checkout was down' })],
        pageInfo: {},
      }),
    });
    renderPostmortem(server.api);
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Another postmortem covers it',
      }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent(/the draft PM-\d+ is removed/);
    await userEvent.click(
      within(dialog).getByRole('textbox', { name: 'Postmortem' }),
    );
    const options = await screen.findAllByRole('option');
    expect(options.map(({ textContent }) => textContent)).toEqual([
      'PM-9 Checkout was down',
    ]);
    await userEvent.click(options[0]);
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'This one' }),
    );
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect(coverIncident).toHaveBeenCalledWith({
      params: { id: 'PM-9', incidentId: '1' },
    });
  });

  it('names the source in its history, and says nothing of sources without one', async () => {
    const server = createServer(aDraft(), {
      policy: {
        ...aPolicy(),
        incidentSources: [{ id: 'pagerduty', title: 'PagerDuty' }],
      },
      listHistory: async () => ({
        items: [
          historyEntrySchema.parse({
            id: '1',
            at: '2026-03-13T08:00:00Z',
            actorRef: 'incident-source:pagerduty',
            action: 'source-fact-differed',
            field: 'severityHistory',
            before: [{ severity: 'SEV-2', at: '2026-03-12T09:14:00Z' }],
            after: [{ severity: 'SEV-1', at: '2026-03-12T09:14:00Z' }],
          }),
        ],
        pageInfo: {},
      }),
    });
    renderPostmortem(server.api);
    const history = await screen.findByRole('region', { name: 'History' });
    const entry = await within(history).findByRole('listitem');
    await waitFor(() => expect(entry).toHaveTextContent(/^PagerDuty said/));
    expect(entry).toHaveTextContent(/as "Severity".*SEV-2 → SEV-1/);
    expect(
      screen.queryByRole('region', { name: 'Incident' }),
    ).not.toBeInTheDocument();
  });
});
