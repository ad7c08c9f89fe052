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
import type { Comment } from 'backstage-plugin-postmortems-common';
import { announceChange } from '../../live/changes';
import { anActionItem } from '../../testing';
import { aDraft } from './__testUtils__/aDraft';
import { aComment, createFakeComments } from './__testUtils__/fakeComments';
import { createFakeServer } from './__testUtils__/fakeServer';
import { renderPostmortem } from './__testUtils__/renderPostmortem';

jest.setTimeout(60_000);

/** The page of a postmortem with these comments. */
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
  return fake;
}

const findPanel = () =>
  screen.findByRole('complementary', { name: 'Comments' });
const headingsIn = (panel: HTMLElement) =>
  within(panel)
    .getAllByRole('heading', { level: 4 })
    .map(heading => heading.textContent);

describe('comments', () => {
  it('stand part by part in the order of the page, and are counted where they belong', async () => {
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
      'The postmortem as a whole',
      'Summary',
      'Event: The alert fired',
      'A1 Give the cache a second replica',
      'What has been removed since',
    ]);
    const summary = within(panel).getByRole('region', { name: 'Summary' });
    expect(within(summary).getByText('many').tagName).toBe('STRONG');
    expect(summary.querySelector('script')).toBeNull();
    // eslint-disable-next-line no-script-url
    expect(summary.innerHTML).not.toContain('javascript:');
    expect(
      within(panel).getByRole('link', { name: 'Event: The alert fired' }),
    ).toHaveAttribute('href', '#timeline/7');
    // What is gone can be answered no more.
    const removed = within(panel).getByRole('region', {
      name: 'What has been removed since',
    });
    expect(
      within(removed).queryByRole('button', { name: /^Comment/ }),
    ).toBeNull();

    // Nothing of others can be edited; that takes the author.
    expect(within(panel).queryByRole('button', { name: /^Edit/ })).toBeNull();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(panel).not.toBeVisible());
    expect(
      screen.getByRole('button', { name: 'Comments: 4 open' }),
    ).toHaveFocus();
  });

  it('are written on a part from the bubble beside it, changed and removed by who wrote them', async () => {
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

    // Half of a comment outlives a look at the text.
    const summary = within(panel).getByRole('region', { name: 'Summary' });
    await userEvent.click(
      within(summary).getByRole('button', { name: 'Comment on: Summary' }),
    );
    await userEvent.type(within(summary).getByRole('textbox'), 'And');
    await userEvent.click(
      within(panel).getByRole('button', { name: 'Close the comments' }),
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

  it('are resolved, looked up again and reopened', async () => {
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
      'No comment is open.',
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
      'No comment is resolved.',
    );
  });

  it('are found by a link, resolved ones too', async () => {
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

  it('say that a linked one is gone, and show what others write meanwhile', async () => {
    const fake = show([aComment({ authorRef: 'user:default/guest' })], {
      search: '#comment-99',
    });
    const panel = await findPanel();
    expect(
      await within(panel).findByText('Comment 99 is not here any more.'),
    ).toBeVisible();

    await userEvent.click(
      await within(panel).findByRole('button', { name: /^Edit/ }),
    );
    await userEvent.type(within(panel).getByRole('textbox'), '!');
    fake.change(([first]) => [
      { ...first, markdown: 'Told elsewhere', revision: 2 },
      aComment({ id: '5', markdown: 'Me too' }),
    ]);
    announceChange({ postmortemId: 'PM-42' });
    expect(await within(panel).findByText('Me too')).toBeVisible();

    // What is being written is kept, and never over the words of another tab unasked.
    const field = within(panel).getByRole('textbox');
    expect(field).toHaveValue('Well told!');
    await userEvent.type(field, '{Enter}');
    expect(await within(panel).findByText(/Told elsewhere/)).toHaveTextContent(
      'Save again to keep yours',
    );
    await userEvent.type(field, '{Enter}');
    await waitFor(() => expect(fake.all()[0].markdown).toBe('Well told!'));
  });

  it('say when they cannot be had, and are asked for again', async () => {
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
