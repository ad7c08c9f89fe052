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
import { refusal } from '../../testing';
import { aDraft } from './__testUtils__/aDraft';
import { createFakeServer } from './__testUtils__/fakeServer';
import { renderPostmortem } from './__testUtils__/renderPostmortem';

jest.setTimeout(30_000);

describe('handing over', () => {
  it('asks for a reason, and lets the owner step back', async () => {
    const handOverOwner = jest.fn();
    const server = createFakeServer(aDraft({ ownerRef: 'user:default/guest' }));
    renderPostmortem({
      ...server.api,
      handOverOwner: input => {
        handOverOwner(input);
        return server.api.handOverOwner(input);
      },
    });

    await userEvent.click(
      await screen.findByRole('button', { name: 'Hand over' }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Hand over PM-42',
    });
    const confirm = within(dialog).getByRole('button', { name: 'Hand over' });
    expect(confirm).toBeDisabled();
    await userEvent.type(within(dialog).getByLabelText(/Reason/), 'On leave');
    await userEvent.click(confirm);

    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(handOverOwner).toHaveBeenCalledWith({
      params: { id: 'PM-42' },
      body: { reason: 'On leave', suggestedRef: undefined },
    });
    expect(screen.queryByRole('button', { name: 'Hand over' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Take it' })).toBeEnabled();
  });

  it('says in words why somebody cannot be suggested', async () => {
    const { api } = createFakeServer(
      aDraft({
        ownerRef: 'user:default/guest',
        ownerAcknowledgedAt: '2026-03-13T08:00:00Z',
      }),
      {
        handOverOwner: async () => {
          throw refusal(
            409,
            'ConflictError',
            'suggestedRef must be somebody who has not handed it over already, and user:default/kwame has',
          );
        },
      },
    );
    renderPostmortem(api);

    // Whoever acknowledged can still hand over.
    await userEvent.click(
      await screen.findByRole('button', { name: 'More actions' }),
    );
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Hand over' }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(
      within(dialog).getByLabelText(/Reason/),
      'On leave{Enter}',
    );
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'The suggested owner must be somebody who has not handed it over already, and user:default/kwame has',
    );
  });

  it('tells whoever names the next owner whom the last one suggests', async () => {
    const server = createFakeServer(
      aDraft({
        ownerRef: undefined,
        ownerSuggestion: {
          userRef: 'user:default/priya',
          suggestedBy: 'user:default/kwame',
          reason: 'knows the system',
          suggestedAt: '2026-03-13T08:00:00Z',
        },
      }),
    );
    renderPostmortem(server.api);

    const name = await screen.findByRole('button', { name: 'Name priya' });
    expect(name.parentElement).toHaveTextContent(
      'kwame suggests priya: knows the system',
    );
    await userEvent.click(name);
    await waitFor(() =>
      expect(server.current().ownerRef).toBe('user:default/priya'),
    );
    await waitFor(() =>
      expect(screen.queryByText(/knows the system/)).toBeNull(),
    );
  });
});

describe('the owner', () => {
  it.each([
    ['is said to be waited for', undefined, 1],
    ['is not, once they acknowledged', '2026-03-13T08:00:00Z', 0],
  ])('%s', async (_, ownerAcknowledgedAt, times) => {
    const { api } = createFakeServer(
      aDraft({ ownerRef: 'user:default/priya', ownerAcknowledgedAt }),
    );
    renderPostmortem(api);

    await screen.findByText('The cache was flushed.');
    await screen.findByRole('button', { name: 'Watch' });
    expect(screen.queryAllByText('(has not acknowledged yet)')).toHaveLength(
      times,
    );
  });
});

describe('naming the owner', () => {
  it('offers those who are likely, with the reasons', async () => {
    const suggestOwners = jest.fn();
    const server = createFakeServer(
      aDraft({
        ownerRef: undefined,
        contributors: [{ userRef: 'user:default/priya', role: 'responder' }],
      }),
      {
        suggestOwners: async ({ body }) => {
          suggestOwners(body);
          return {
            items: [
              {
                userRef: 'user:default/priya',
                reasons: ['responded', 'owned-before'],
                ownedBefore: 2,
              },
            ],
          };
        },
      },
    );
    renderPostmortem(server.api);

    await userEvent.click(
      await screen.findByRole('button', { name: 'Name an owner' }),
    );
    const dialog = await screen.findByRole('dialog');
    const list = await within(dialog).findByRole('list', {
      name: 'Who might be the owner',
    });
    expect(list).toHaveTextContent(
      'did the stabilising work, owned 2 postmortems of it before',
    );
    expect(suggestOwners).toHaveBeenLastCalledWith({
      entityRefs: ['component:default/checkout-api'],
      commanderRef: undefined,
      contributors: [{ userRef: 'user:default/priya', role: 'responder' }],
      postmortemId: 'PM-42',
    });

    await userEvent.click(
      within(list).getByRole('button', { name: 'Name priya as the owner' }),
    );
    // Nobody is offered who is chosen already.
    expect(within(dialog).queryByRole('list')).toBeNull();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(server.current().ownerRef).toBe('user:default/priya'),
    );
  });
});
