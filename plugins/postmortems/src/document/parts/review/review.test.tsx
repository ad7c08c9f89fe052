import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Postmortem, Review } from 'backstage-plugin-postmortems-common';
import { signalChange } from '../../../testing/signalChange';
import { aDraft } from '../../__testUtils__/aDraft';
import { createFakeServer } from '../../__testUtils__/fakeServer';
import { renderPostmortem } from '../../__testUtils__/renderPostmortem';

jest.setTimeout(30_000);

const GUEST = 'user:default/guest';

function aReview(overrides: Partial<Review> = {}): Review {
  return {
    reviewerRef: 'user:default/bo.li',
    verdict: 'approve',
    contentRevision: 4,
    reviewedAt: '2026-03-13T08:00:00Z',
    stale: false,
    independent: true,
    counts: true,
    blocks: false,
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
      changesRequested: 0,
      reviews: [],
      dependent: [],
      ...review,
    },
    ...overrides,
  });
}

async function part() {
  return screen.findByRole('region', { name: 'Review' });
}

async function asked() {
  return screen.findByRole('region', { name: 'Your review is requested' });
}

async function press(within_: HTMLElement, name: string) {
  await userEvent.click(await within(within_).findByRole('button', { name }));
  return screen.findByRole('dialog');
}

describe('review state', () => {
  it('shows verdicts, whether they count, and pending reviewers', async () => {
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
          aReview({
            reviewerRef: 'user:default/ana.silva',
            independent: false,
            dependence: 'owner',
            counts: false,
          }),
          aReview({
            reviewerRef: 'user:default/di.wu',
            independent: false,
            dependence: 'author',
            counts: false,
          }),
          aReview({
            reviewerRef: 'user:default/ed.ko',
            independent: false,
            dependence: 'author',
          }),
        ],
      }),
    );
    renderPostmortem(api);

    const rows = within(await part()).getAllByRole('listitem');
    expect(rows.map(row => row.textContent)).toEqual([
      expect.stringMatching(/^bo\.li approved .* ago.*Reads well$/),
      expect.stringMatching(
        /^cy\.ng .* doesn't count: text has changed since$/,
      ),
      expect.stringMatching(/^ana\.silva .* doesn't count: is the owner$/),
      expect.stringMatching(
        /^di\.wu .* doesn't count: wrote most of the text$/,
      ),
      expect.stringMatching(/^ed\.ko approved .* ago$/),
      'checkout pending, any member can review',
    ]);
    expect(await part()).toHaveTextContent('1 of 2 approvals');
    expect(
      screen.getByRole('link', { name: '1 of 2 approvals' }),
    ).toHaveAttribute('href', expect.stringMatching(/#section-review$/));
  });

  it('names missing approvals before publishing', async () => {
    const { api } = createFakeServer(inReview());
    renderPostmortem(api, { search: '?edit=true' });

    const checklist = await screen.findByRole('region', {
      name: 'Before publishing',
    });
    expect(
      within(checklist).getByRole('link', { name: '0 of 1 approval' }),
    ).toHaveAttribute('href', '#section-review');
    expect(await part()).toHaveTextContent('No reviewers yet.');
  });
});

describe('requesting a review', () => {
  it('is part of sending for review, and can be changed later', async () => {
    const server = createFakeServer(
      inReview({ approvalsRequired: 0 }, { status: 'draft' }),
    );
    renderPostmortem(server.api);

    expect(await part()).toHaveTextContent('No approval required');
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

    const change = await press(await part(), 'Edit reviewers');
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

describe('reviewing', () => {
  it('is offered to reviewers and approves the version that was read', async () => {
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

    expect(
      await screen.findByText('You approved this postmortem.'),
    ).toBeVisible();
    expect(addReview).toHaveBeenCalledWith({
      params: { id: 'PM-42' },
      body: { verdict: 'approve', comment: 'Clear to me', contentRevision: 4 },
    });
    expect(await part()).toHaveTextContent(/1 of 1 approval.*Clear to me/);
    expect(
      screen.queryByRole('region', { name: 'Your review is requested' }),
    ).toBeNull();
    expect(
      within(await part()).queryByRole('button', { name: 'Approve' }),
    ).toBeNull();
  });

  it('does not approve a newer version before it is read', async () => {
    const server = createFakeServer(inReview({ reviewerRefs: [GUEST] }));
    renderPostmortem(server.api);

    let dialog = await press(await asked(), 'Approve');
    server.change(postmortem => ({ ...postmortem, contentRevision: 5 }));
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Approve' }),
    );
    expect(
      await screen.findByText(/text changed after you opened this page/),
    ).toBeVisible();
    expect(server.current().review.reviews).toHaveLength(0);

    await userEvent.click(
      screen.getByRole('button', { name: 'Read current version' }),
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

  it('counts text edited here as read', async () => {
    const server = createFakeServer(inReview({ reviewerRefs: [GUEST] }));
    renderPostmortem(server.api, { search: '?edit=true' });
    await part();
    act(() => {
      server.change(postmortem => ({
        ...postmortem,
        title: 'As it is now',
        contentRevision: 5,
      }));
      signalChange(server.api, 'PM-42');
    });
    await screen.findByRole('heading', { name: /As it is now/ });

    const dialog = await press(await part(), 'Approve');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Approve' }),
    );
    expect(
      await screen.findByText('You approved this postmortem.'),
    ).toBeVisible();
  });

  it('returns it to draft with requested changes, shown at the top', async () => {
    const server = createFakeServer(inReview({ reviewerRefs: [GUEST] }));
    renderPostmortem(server.api);

    const dialog = await press(await asked(), 'Request changes');
    const confirm = within(dialog).getByRole('button', {
      name: 'Request changes',
    });
    expect(confirm).toBeDisabled();
    await userEvent.type(
      within(dialog).getByLabelText(/Changes needed/),
      'Impact lacks numbers',
    );
    await userEvent.click(confirm);

    expect(
      await screen.findByText(
        'The postmortem is a draft again, and the owner has been notified.',
      ),
    ).toBeVisible();
    expect(server.current().status).toBe('draft');
    expect(
      screen.getByRole('link', { name: 'Changes requested' }),
    ).toHaveAttribute('href', expect.stringMatching(/#section-review$/));
  });

  it('warns that an approval will not count', async () => {
    const server = createFakeServer(
      inReview({
        reviewerRefs: [GUEST],
        dependent: [{ userRef: GUEST, because: 'author' }],
      }),
    );
    renderPostmortem(server.api);
    expect(await press(await asked(), 'Approve')).toHaveTextContent(
      "Your approval won't count because you wrote most of the text.",
    );
  });

  it('is not offered to the owner', async () => {
    const { api } = createFakeServer(
      inReview({ reviewerRefs: [GUEST] }, { ownerRef: GUEST }),
    );
    renderPostmortem(api);

    expect(
      await within(await part()).findByRole('button', {
        name: 'Edit reviewers',
      }),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull();
  });
});

describe('requested changes', () => {
  it('are shown to those who can make them, until it is sent for review again', async () => {
    const server = createFakeServer(
      inReview(
        {
          reviews: [
            aReview({
              verdict: 'request-changes',
              comment: 'Impact lacks numbers',
              counts: false,
              blocks: true,
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

describe('a request for changes that blocks', () => {
  const request = aReview({
    verdict: 'request-changes',
    comment: 'Impact lacks numbers',
    stale: true,
    counts: false,
    blocks: true,
  });
  const blocked = { changesRequested: 1, reviews: [request] };

  it('is listed before publishing and dismissed with a reason', async () => {
    const server = createFakeServer(
      inReview({ ...blocked, approvals: 1 }, { ownerEngaged: false }),
    );
    const dismissReview = jest.fn(server.api.dismissReview);
    renderPostmortem(
      { ...server.api, dismissReview },
      { search: '?edit=true' },
    );

    const checklist = await screen.findByRole('region', {
      name: 'Before publishing',
    });
    expect(
      within(checklist).getByRole('link', {
        name: 'Requested changes resolved',
      }),
    ).toHaveAttribute('href', '#section-review');
    expect(
      within(checklist).getByRole('link', { name: 'Owner acknowledged' }),
    ).toHaveAttribute('href', '#postmortem-owner');
    expect(await part()).toHaveTextContent('Blocks publishing until');
    expect(
      screen.getByRole('link', { name: 'Changes requested' }),
    ).toBeVisible();

    const dialog = await press(await part(), 'Dismiss');
    const confirm = within(dialog).getByRole('button', { name: 'Dismiss' });
    expect(confirm).toBeDisabled();
    await userEvent.type(
      within(dialog).getByLabelText(/Reason/),
      'The numbers are there',
    );
    await userEvent.click(confirm);
    await waitFor(() =>
      expect(dismissReview).toHaveBeenCalledWith({
        params: { id: 'PM-42' },
        body: {
          reviewerRef: 'user:default/bo.li',
          reason: 'The numbers are there',
        },
      }),
    );
    await waitFor(() =>
      expect(
        within(checklist).queryByRole('link', {
          name: 'Requested changes resolved',
        }),
      ).toBeNull(),
    );
    expect(await part()).toHaveTextContent(
      /Dismissed by guest .*: The numbers are there/,
    );
  });

  it('cannot be dismissed without permission to publish, or by its author', async () => {
    const { api } = createFakeServer(inReview(blocked));
    const first = await renderPostmortem(api, {
      without: ['postmortem.publish'],
    });
    expect(await part()).toHaveTextContent('Blocks publishing until');
    expect(screen.queryByRole('button', { name: 'Dismiss' })).toBeNull();
    first.unmount();

    const wrote = createFakeServer(
      inReview({
        ...blocked,
        dependent: [{ userRef: GUEST, because: 'author' }],
      }),
    );
    renderPostmortem(wrote.api);
    await within(await part()).findByRole('button', { name: 'Approve' });
    expect(screen.queryByRole('button', { name: 'Dismiss' })).toBeNull();
  });

  it('shows how it ended', async () => {
    const lapsed = { ...request, blocks: false };
    const at = '2026-03-13T08:00:00Z';
    const { api } = createFakeServer(
      inReview({
        reviews: [
          { ...lapsed, lapsed: { at, because: 'not-asked' } },
          {
            ...lapsed,
            reviewerRef: 'user:default/cy.ng',
            lapsed: { at, because: 'left' },
          },
        ],
      }),
    );
    renderPostmortem(api);
    expect(await part()).toHaveTextContent(
      /No longer blocks publishing: the reviewer was removed\..*No longer blocks publishing: the reviewer is no longer in the catalog/,
    );
  });
});

describe('who could approve', () => {
  const group = (name: string, relations: [string, string][]) => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name, namespace: 'default' },
    relations: relations.map(([type, targetRef]) => ({ type, targetRef })),
  });
  const ANA = 'user:default/ana.silva';
  const entities = [
    group('checkout', [
      ['hasMember', ANA],
      ['hasMember', 'user:default/bo.li'],
      ['childOf', 'group:default/shop'],
    ]),
    group('shop', [['hasMember', 'user:default/cy.ng']]),
  ];
  const isOwner = { userRef: ANA, because: 'owner' as const };
  const isAuthor = {
    userRef: 'user:default/bo.li',
    because: 'author' as const,
  };

  async function note(review: Partial<Postmortem['review']>) {
    const server = createFakeServer(inReview(review));
    renderPostmortem(server.api, { search: '?edit=true', entities });
    const checklist = await screen.findByRole('region', {
      name: 'Before publishing',
    });
    return { server, checklist };
  }

  it('lists independent reviewers', async () => {
    const { checklist } = await note({
      reviewerRefs: [ANA, 'user:default/cy.ng', 'group:default/checkout'],
      dependent: [isOwner],
    });
    await waitFor(() =>
      expect(checklist).toHaveTextContent('Can approve: cy.ng, checkout'),
    );
  });

  it('lists team members who could be added', async () => {
    const { checklist } = await note({
      reviewerRefs: [ANA],
      dependent: [isOwner],
    });
    await waitFor(() =>
      expect(checklist).toHaveTextContent(
        'Can approve once added as a reviewer: bo.li',
      ),
    );
  });

  it('offers to ask the parent group if nobody could', async () => {
    const { server, checklist } = await note({
      reviewerRefs: [ANA],
      dependent: [isOwner, isAuthor],
    });
    await userEvent.click(
      await within(checklist).findByRole('button', {
        name: 'Add shop as a reviewer',
      }),
    );
    await waitFor(() =>
      expect(server.current().review.reviewerRefs).toEqual([
        ANA,
        'group:default/shop',
      ]),
    );
    await waitFor(() =>
      expect(checklist).toHaveTextContent('Can approve: shop'),
    );
  });
});
