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

import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Postmortem, Review } from 'backstage-plugin-postmortems-common';
import { announceChange } from '../../live/changes';
import { aDraft } from './__testUtils__/aDraft';
import { createFakeServer } from './__testUtils__/fakeServer';
import { renderPostmortem } from './__testUtils__/renderPostmortem';

jest.setTimeout(30_000);

const GUEST = 'user:default/guest';

function aReview(overrides: Partial<Review> = {}): Review {
  return {
    reviewerRef: 'user:default/bo.li',
    verdict: 'approve',
    contentRevision: 4,
    reviewedAt: '2026-03-13T08:00:00Z',
    stale: false,
    counts: true,
    ...overrides,
  };
}

function inReview(
  review: Partial<Postmortem['review']> = {},
  overrides: Partial<Postmortem> = {},
): Postmortem {
  return aDraft({
    status: 'in-review',
    contentRevision: 4,
    review: {
      reviewerRefs: [],
      approvalsRequired: 1,
      approvals: 0,
      reviews: [],
      ...review,
    },
    ...overrides,
  });
}

async function part() {
  return screen.findByRole('region', { name: 'Review' });
}

async function asked() {
  return screen.findByRole('region', { name: 'Your review is asked for' });
}

async function press(within_: HTMLElement, name: string) {
  await userEvent.click(await within(within_).findByRole('button', { name }));
  return screen.findByRole('dialog');
}

describe('how far the review is', () => {
  it('tells who said what, whether it counts, and who is awaited', async () => {
    const { api } = createFakeServer(
      inReview({
        approvalsRequired: 2,
        approvals: 1,
        reviewerRefs: ['user:default/bo.li', 'group:default/checkout'],
        reviews: [
          aReview({ comment: 'Reads well' }),
          aReview({
            reviewerRef: 'user:default/cy.ng',
            stale: true,
            counts: false,
          }),
          aReview({ reviewerRef: 'user:default/ana.silva', counts: false }),
        ],
      }),
    );
    renderPostmortem(api);

    const rows = within(await part()).getAllByRole('listitem');
    expect(rows.map(row => row.textContent)).toEqual([
      expect.stringMatching(/^bo\.li approved it .* ago.*Reads well$/),
      expect.stringMatching(/^cy\.ng .* before the latest change, so it does/),
      expect.stringMatching(
        /^ana\.silva .* as the owner, so it does not count/,
      ),
      'checkout any member can answer',
    ]);
    expect(await part()).toHaveTextContent('1 of 2 approvals');
    expect(
      screen.getByRole('link', { name: '1 of 2 approvals' }),
    ).toHaveAttribute('href', expect.stringMatching(/#section-review$/));
  });

  it('names the approvals that are missing before publishing', async () => {
    const { api } = createFakeServer(inReview());
    renderPostmortem(api, { search: '?edit=true' });

    const checklist = await screen.findByRole('region', {
      name: 'Before publishing',
    });
    expect(
      within(checklist).getByRole('link', { name: '0 of 1 approval' }),
    ).toHaveAttribute('href', '#section-review');
    expect(await part()).toHaveTextContent('Nobody is asked for a review yet.');
  });
});

describe('asking for a review', () => {
  it('is part of sending it for review, and can be changed later', async () => {
    const server = createFakeServer(
      inReview({ approvalsRequired: 0 }, { status: 'draft' }),
    );
    renderPostmortem(server.api);

    expect(await part()).toHaveTextContent('No approval needed');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Status: Draft. Change it' }),
    );
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Send for review' }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByLabelText('Reviewers'));
    await userEvent.click(
      await screen.findByRole('option', { name: /checkout.*owning team/ }),
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Send for review' }),
    );
    await waitFor(() => expect(server.current().status).toBe('in-review'));
    expect(server.current().review.reviewerRefs).toEqual([
      'group:default/checkout',
    ]);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

    const change = await press(await part(), 'Change who is asked');
    await userEvent.type(
      within(change).getByLabelText('Reviewers'),
      '{Backspace}',
    );
    await userEvent.click(within(change).getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(server.current().review.reviewerRefs).toEqual([]),
    );
  });
});

describe('giving a review', () => {
  it('is asked of whoever is asked, and approves what was read', async () => {
    const server = createFakeServer(inReview({ reviewerRefs: [GUEST] }));
    const addReview = jest.fn(server.api.addReview);
    renderPostmortem({ ...server.api, addReview });

    const dialog = await press(await asked(), 'Approve');
    await userEvent.type(
      within(dialog).getByLabelText('Comment (optional)'),
      'Clear to me',
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Approve' }),
    );

    expect(await screen.findByText('You approved it.')).toBeVisible();
    expect(addReview).toHaveBeenCalledWith({
      params: { id: 'PM-42' },
      body: { verdict: 'approve', comment: 'Clear to me', contentRevision: 4 },
    });
    expect(await part()).toHaveTextContent(/1 of 1 approval.*Clear to me/);
    expect(
      screen.queryByRole('region', { name: 'Your review is asked for' }),
    ).toBeNull();
    expect(
      within(await part()).queryByRole('button', { name: 'Approve' }),
    ).toBeNull();
  });

  it('does not approve what was changed meanwhile before it is read', async () => {
    const server = createFakeServer(inReview({ reviewerRefs: [GUEST] }));
    renderPostmortem(server.api);

    let dialog = await press(await asked(), 'Approve');
    server.change(postmortem => ({ ...postmortem, contentRevision: 5 }));
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Approve' }),
    );
    expect(
      await screen.findByText(/text has changed since you opened this page/),
    ).toBeVisible();
    expect(server.current().review.reviews).toHaveLength(0);

    await userEvent.click(
      screen.getByRole('button', { name: 'Read it again' }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    dialog = await press(await asked(), 'Approve');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Approve' }),
    );
    await waitFor(() =>
      expect(server.current().review.reviews).toEqual([
        expect.objectContaining({ verdict: 'approve', contentRevision: 5 }),
      ]),
    );
  });

  it('takes what was written along for read', async () => {
    const server = createFakeServer(inReview({ reviewerRefs: [GUEST] }));
    renderPostmortem(server.api, { search: '?edit=true' });
    await part();
    act(() => {
      server.change(postmortem => ({
        ...postmortem,
        title: 'As it is now',
        contentRevision: 5,
      }));
      announceChange({ postmortemId: 'PM-42' });
    });
    await screen.findByRole('heading', { name: /As it is now/ });

    const dialog = await press(await part(), 'Approve');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Approve' }),
    );
    expect(await screen.findByText('You approved it.')).toBeVisible();
  });

  it('makes it a draft again where changes are requested, and says so at the top', async () => {
    const server = createFakeServer(inReview({ reviewerRefs: [GUEST] }));
    renderPostmortem(server.api);

    const dialog = await press(await asked(), 'Request changes');
    const confirm = within(dialog).getByRole('button', {
      name: 'Request changes',
    });
    expect(confirm).toBeDisabled();
    await userEvent.type(
      within(dialog).getByLabelText(/What has to change/),
      'Impact lacks numbers',
    );
    await userEvent.click(confirm);

    expect(
      await screen.findByText('It is a draft again, and its owner is told.'),
    ).toBeVisible();
    expect(server.current().status).toBe('draft');
    expect(
      screen.getByRole('link', { name: 'Changes requested' }),
    ).toHaveAttribute('href', expect.stringMatching(/#section-review$/));
  });

  it('is not offered to the owner, whose approval does not count', async () => {
    const { api } = createFakeServer(
      inReview({ reviewerRefs: [GUEST] }, { ownerRef: GUEST }),
    );
    renderPostmortem(api);

    expect(
      await within(await part()).findByRole('button', {
        name: 'Change who is asked',
      }),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull();
  });
});

describe('requested changes', () => {
  it('are told to those who can make them, until it is sent for review again', async () => {
    const server = createFakeServer(
      inReview(
        {
          reviews: [
            aReview({
              verdict: 'request-changes',
              comment: 'Impact lacks numbers',
              counts: false,
            }),
          ],
        },
        { status: 'draft' },
      ),
    );
    renderPostmortem(server.api);

    const notice = await screen.findByRole('region', {
      name: 'Changes requested',
    });
    expect(notice).toHaveTextContent(/bo\.li.*Impact lacks numbers/);
    const dialog = await press(notice, 'Send for review again');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Send for review' }),
    );
    await waitFor(() => expect(server.current().status).toBe('in-review'));
    await waitFor(() =>
      expect(
        screen.queryByRole('region', { name: 'Changes requested' }),
      ).toBeNull(),
    );
  });
});
