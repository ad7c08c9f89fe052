import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Comment } from 'backstage-plugin-postmortems-common';
import { signalChange } from '../../testing/signalChange';
import { anActionItem } from '../../testing/fixtures';
import { aDraft } from '../__testUtils__/aDraft';
import { aComment, createFakeComments } from '../__testUtils__/fakeComments';
import { createFakeServer } from '../__testUtils__/fakeServer';
import { renderPostmortem } from '../__testUtils__/renderPostmortem';

jest.setTimeout(60_000);

/** Renders a postmortem with these comments. */
function show(comments: Comment[], options: { search?: string } = {}) {
  const fake = createFakeComments(comments);
  const { api } = createFakeServer(
    aDraft({
      openComments: comments.filter(({ resolvedAt }) => !resolvedAt).length,
      timeline: [
        {
          id: '7',
          occurredAt: '2026-03-12T09:20:00Z',
          kind: 'detection',
          text: 'The alert fired',
          revision: 1,
        },
      ],
      actionItems: [anActionItem()],
    }),
    fake.operations,
  );
  renderPostmortem(api, options);
  return { ...fake, api };
}

const findPanel = () =>
  screen.findByRole('complementary', { name: 'Comments' });
const headingsIn = (panel: HTMLElement) =>
  within(panel)
    .getAllByRole('heading', { level: 4 })
    .map(heading => heading.textContent);

describe('comments', () => {
  it('are listed in page order and counted at their part', async () => {
    show([
      aComment({ id: '3', anchor: 'A1', markdown: 'Too big' }),
      aComment({
        id: '4',
        anchor: 'summary',
        markdown:
          'How **many**? <script>alert(1)</script>[x](javascript:alert)',
      }),
      aComment({ id: '5', anchor: 'timeline/7' }),
      aComment({ id: '6', anchor: 'timeline/6', markdown: 'On what is gone' }),
      aComment({
        id: '8',
        anchor: 'summary',
        resolvedAt: '2026-03-13T10:00:00.000Z',
        resolvedBy: 'user:default/ana.silva',
      }),
    ]);

    expect(
      await screen.findByRole('button', {
        name: '1 open comment on A1 Give the cache a second replica',
      }),
    ).toHaveTextContent('1');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Comments: 4 open' }),
    );
    const panel = await findPanel();
    expect(headingsIn(panel)).toEqual([
      'Whole postmortem',
      'Summary',
      'Event: The alert fired',
      'A1 Give the cache a second replica',
      'Removed content',
    ]);
    const summary = within(panel).getByRole('region', { name: 'Summary' });
    expect(within(summary).getByText('many').tagName).toBe('STRONG');
    expect(summary.querySelector('script')).toBeNull();
    // eslint-disable-next-line no-script-url
    expect(summary.innerHTML).not.toContain('javascript:');
    expect(
      within(panel).getByRole('link', { name: 'Event: The alert fired' }),
    ).toHaveAttribute('href', '#timeline/7');
    // Comments on removed parts can't be answered.
    const removed = within(panel).getByRole('region', {
      name: 'Removed content',
    });
    expect(
      within(removed).queryByRole('button', { name: /^Comment/ }),
    ).toBeNull();

    // Only the author can edit.
    expect(within(panel).queryByRole('button', { name: /^Edit/ })).toBeNull();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(panel).not.toBeVisible());
    expect(
      screen.getByRole('button', { name: 'Comments: 4 open' }),
    ).toHaveFocus();
  });

  it('are added with the icon beside a part, edited and removed by their author', async () => {
    const fake = show([]);

    await userEvent.click(
      await screen.findByRole('button', { name: 'Comment on Summary' }),
    );
    const panel = await findPanel();
    const field = await within(panel).findByRole('textbox');
    expect(field).toHaveFocus();
    await userEvent.type(field, 'Since when?{Enter}');
    expect(await within(panel).findByText('Since when?')).toBeVisible();
    expect(fake.all()).toMatchObject([
      { anchor: 'summary', markdown: 'Since when?' },
    ]);
    expect(
      await screen.findByRole('button', { name: '1 open comment on Summary' }),
    ).toBeInTheDocument();

    // An unfinished comment survives reading the text.
    const summary = within(panel).getByRole('region', { name: 'Summary' });
    await userEvent.click(
      within(summary).getByRole('button', { name: 'Comment on: Summary' }),
    );
    await userEvent.type(within(summary).getByRole('textbox'), 'And');
    await userEvent.click(
      within(panel).getByRole('button', { name: 'Close comments' }),
    );
    await waitFor(() => expect(panel).not.toBeVisible());
    await userEvent.click(
      screen.getByRole('button', { name: 'Comments: 1 open' }),
    );
    await userEvent.type(
      within(summary).getByRole('textbox'),
      ' till when?{Enter}',
    );
    expect(await within(panel).findByText('And till when?')).toBeVisible();

    const [edit] = within(summary).getAllByRole('button', {
      name: 'Edit: comment by guest',
    });
    await userEvent.click(edit);
    const text = within(summary).getByRole('textbox');
    await userEvent.clear(text);
    await userEvent.type(text, 'From when on?{Enter}');
    expect(await within(panel).findByText('From when on?')).toBeVisible();
    expect(summary).toHaveTextContent('edited');

    const [remove] = within(summary).getAllByRole('button', {
      name: 'Remove: comment by guest',
    });
    await userEvent.click(remove);
    await userEvent.click(
      within(summary).getByRole('button', { name: 'Remove' }),
    );
    await waitFor(() =>
      expect(within(panel).queryByText('From when on?')).toBeNull(),
    );
    expect(fake.all().map(({ markdown }) => markdown)).toEqual([
      'And till when?',
    ]);
  });

  it('are resolved, found again and reopened', async () => {
    const fake = show([aComment({ anchor: 'summary' })]);

    await userEvent.click(
      await screen.findByRole('button', { name: '1 open comment on Summary' }),
    );
    const panel = await findPanel();
    await userEvent.click(
      within(panel).getByRole('button', {
        name: 'Resolve: comment by ana.silva',
      }),
    );
    expect(await within(panel).findByRole('status')).toHaveTextContent(
      'No open comments.',
    );
    expect(
      await screen.findByRole('button', { name: 'Comment on Summary' }),
    ).toBeInTheDocument();

    await userEvent.click(
      within(panel).getByRole('button', { name: 'Resolved (1)' }),
    );
    expect(within(panel).getByText(/Resolved by/)).toHaveTextContent(
      /Resolved by guest .*ago/,
    );
    await userEvent.click(
      within(panel).getByRole('button', {
        name: 'Reopen: comment by ana.silva',
      }),
    );
    await waitFor(() => expect(fake.all()[0].resolvedAt).toBeUndefined());
    expect(await within(panel).findByRole('status')).toHaveTextContent(
      'No resolved comments.',
    );
  });

  it('are found by link, also resolved ones', async () => {
    show(
      [
        aComment({ id: '3' }),
        aComment({
          id: '4',
          markdown: 'Long settled',
          resolvedAt: '2026-03-13T10:00:00.000Z',
          resolvedBy: 'user:default/ana.silva',
        }),
      ],
      { search: '#comment-4' },
    );

    const panel = await findPanel();
    const comment = (await within(panel).findByText('Long settled')).closest(
      'li',
    );
    await waitFor(() => expect(comment).toHaveFocus());
    expect(within(panel).queryByText('Well told')).toBeNull();
  });

  it('report that a linked one is gone, and show new ones by others', async () => {
    const fake = show([aComment({ authorRef: 'user:default/guest' })], {
      search: '#comment-99',
    });
    const panel = await findPanel();
    expect(
      await within(panel).findByText('Comment 99 no longer exists.'),
    ).toBeVisible();

    await userEvent.click(
      await within(panel).findByRole('button', { name: /^Edit/ }),
    );
    await userEvent.type(within(panel).getByRole('textbox'), '!');
    fake.change(([first]) => [
      { ...first, markdown: 'Told elsewhere', revision: 2 },
      aComment({ id: '5', markdown: 'Me too' }),
    ]);
    signalChange(fake.api, 'PM-42');
    expect(await within(panel).findByText('Me too')).toBeVisible();

    // Unsent text is kept and never overwrites text of another tab.
    const field = within(panel).getByRole('textbox');
    expect(field).toHaveValue('Well told!');
    await userEvent.type(field, '{Enter}');
    expect(await within(panel).findByText(/Told elsewhere/)).toHaveTextContent(
      'Save again to keep your version',
    );
    await userEvent.type(field, '{Enter}');
    await waitFor(() => expect(fake.all()[0].markdown).toBe('Well told!'));
  });

  it('report a loading error and can be reloaded', async () => {
    let isDown = true;
    const { api } = createFakeServer(aDraft({ openComments: 1 }), {
      listComments: async () => {
        if (isDown) throw new Error('The database is away');
        return { items: [aComment()], pageInfo: {} };
      },
    });
    renderPostmortem(api);

    await userEvent.click(
      await screen.findByRole('button', { name: 'Comments: 1 open' }),
    );
    const panel = await findPanel();
    expect(await within(panel).findByRole('alert')).toHaveTextContent(
      'The database is away',
    );
    isDown = false;
    await userEvent.click(
      within(panel).getByRole('button', { name: /again|retry/i }),
    );
    expect(await within(panel).findByText('Well told')).toBeVisible();
  });
});
