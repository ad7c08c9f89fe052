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

import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { refusal } from '../../testing';
import { aDraft } from './__testUtils__/aDraft';
import { createFakeServer } from './__testUtils__/fakeServer';
import { renderPostmortem } from './__testUtils__/renderPostmortem';

jest.mock('./editor/MarkdownEditor', () =>
  jest.requireActual('./__testUtils__/MarkdownEditor'),
);
// Autosave, the pauses before a retry and a busy machine take their time.
jest.setTimeout(30_000);

/** Opens the editor of a section, as if from the keyboard or by a click. */
async function openEditor(title: string) {
  await userEvent.click(
    await screen.findByRole('button', { name: `Edit ${title}` }),
  );
  return screen.findByRole('textbox', { name: title });
}

beforeEach(() => window.localStorage.clear());

describe('writing a section', () => {
  it('saves a moment after the last key, on the revision that was read', async () => {
    const putSection = jest.fn();
    const server = createFakeServer(aDraft());
    const { putSection: save } = server.api;
    renderPostmortem(
      {
        ...server.api,
        putSection: input => {
          putSection(input);
          return save(input);
        },
      },
      { search: '?edit=true' },
    );

    const field = await openEditor('Summary');
    fireEvent.change(field, { target: { value: 'The cache was empty.' } });
    expect(screen.getByText('Not saved yet')).toBeInTheDocument();
    expect(putSection).not.toHaveBeenCalled();

    expect(await screen.findByText('Saved')).toBeInTheDocument();
    expect(putSection).toHaveBeenCalledTimes(1);
    expect(putSection).toHaveBeenCalledWith({
      params: { id: 'PM-42', key: 'summary' },
      body: { markdown: 'The cache was empty.' },
      ifMatch: 3,
    });

    // The next change builds on the revision that this one made.
    fireEvent.change(field, { target: { value: 'The cache was emptied.' } });
    fireEvent.keyDown(field, { key: 's', ctrlKey: true });
    await waitFor(() =>
      expect(server.section('summary')).toMatchObject({
        markdown: 'The cache was emptied.',
        revision: 5,
      }),
    );

    fireEvent.keyDown(field, { key: 'Escape' });
    expect(
      await screen.findByText('The cache was emptied.', { selector: 'p' }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('counts down what is left before publishing, and shows how the text will look', async () => {
    const { api } = createFakeServer(aDraft());
    renderPostmortem(api);
    await userEvent.click(await screen.findByRole('button', { name: 'Edit' }));

    const checklist = await screen.findByRole('region', {
      name: 'Before publishing',
    });
    expect(checklist).toHaveTextContent('5 things left');
    const link = within(checklist).getByRole('link', { name: 'Impact' });
    expect(
      document.querySelector(link.getAttribute('href')!),
    ).toHaveTextContent('Impact');

    const impact = screen.getByRole('region', { name: 'Impact' });
    await userEvent.click(
      within(impact).getByRole('button', { name: 'Write: Impact' }),
    );
    const field = await screen.findByRole('textbox', { name: 'Impact' });
    fireEvent.change(field, { target: { value: '**3 %** of orders failed.' } });
    await userEvent.click(
      within(impact).getByRole('button', { name: 'Preview' }),
    );
    expect(within(impact).getByText('3 %').tagName).toBe('STRONG');

    await waitFor(() => expect(checklist).toHaveTextContent('4 things left'));
  });

  it('brings both texts together when someone else saved first', async () => {
    const server = createFakeServer(aDraft());
    renderPostmortem(server.api, { search: '?edit=true' });
    const field = await openEditor('Summary');

    server.change(postmortem => ({
      ...postmortem,
      sections: postmortem.sections.map(section =>
        section.key === 'summary'
          ? {
              ...section,
              markdown: 'The cache was flushed.\nBy a script.',
              revision: 4,
              updatedBy: 'user:default/ana.silva',
            }
          : section,
      ),
    }));
    fireEvent.change(field, {
      target: { value: 'On Thursday:\nThe cache was flushed.' },
    });
    fireEvent.blur(field);

    const merge = await screen.findByRole('alert');
    expect(merge).toHaveTextContent(
      'ana.silva changed this section while you were writing',
    );
    expect(merge).toHaveTextContent('Only in theirsBy a script.');
    expect(merge).toHaveTextContent('Only in yoursOn Thursday:');
    // Nothing was overwritten, and nothing is until it is decided.
    expect(server.section('summary').markdown).toContain('By a script.');

    await userEvent.click(
      within(merge).getByRole('button', { name: 'Merge both' }),
    );
    expect(field).toHaveValue(
      'On Thursday:\nThe cache was flushed.\nBy a script.',
    );
    await waitFor(() =>
      expect(server.section('summary')).toMatchObject({
        markdown: 'On Thursday:\nThe cache was flushed.\nBy a script.',
        revision: 5,
      }),
    );
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it.each([
    { button: 'Keep mine', text: 'Mine.' },
    { button: 'Take theirs', text: 'Theirs.' },
  ])('lets one of two versions stand: $button', async ({ button, text }) => {
    const server = createFakeServer(aDraft());
    renderPostmortem(server.api, { search: '?edit=true' });
    const field = await openEditor('Summary');
    server.change(postmortem => ({
      ...postmortem,
      sections: postmortem.sections.map(section =>
        section.key === 'summary'
          ? { ...section, markdown: 'Theirs.', revision: 4 }
          : section,
      ),
    }));
    fireEvent.change(field, { target: { value: 'Mine.' } });
    fireEvent.blur(field);

    await userEvent.click(await screen.findByRole('button', { name: button }));
    expect(field).toHaveValue(text);
    await waitFor(() => expect(server.section('summary').markdown).toBe(text));
  });

  it('keeps the text while it cannot be saved, and tries again', async () => {
    let reachable = false;
    const server = createFakeServer(aDraft());
    const { putSection } = server.api;
    const api = {
      ...server.api,
      putSection: (async input => {
        if (!reachable) throw new TypeError('Failed to fetch');
        return putSection(input);
      }) as typeof putSection,
    };
    const { unmount } = renderPostmortem(api, { search: '?edit=true' });
    const field = await openEditor('Summary');
    fireEvent.change(field, { target: { value: 'Written on a train.' } });
    fireEvent.blur(field);

    expect(
      await screen.findByText('Not saved: reconnecting'),
    ).toBeInTheDocument();
    expect(field).toHaveValue('Written on a train.');
    // Closing the tab would ask.
    const leaving = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(leaving);
    expect(leaving.defaultPrevented).toBe(true);

    // Even after the page was closed, the text is offered back.
    unmount();
    renderPostmortem(api, { search: '?edit=true' });
    await screen.findByText(/You wrote something here .* never saved/);
    await userEvent.click(
      screen.getByRole('button', { name: 'Continue with it' }),
    );
    expect(await screen.findByRole('textbox', { name: 'Summary' })).toHaveValue(
      'Written on a train.',
    );

    reachable = true;
    expect(await screen.findByText('Saved')).toBeInTheDocument();
    expect(server.section('summary').markdown).toBe('Written on a train.');
    await waitFor(() =>
      expect(Object.keys(window.localStorage).join()).not.toContain('draft'),
    );
  });

  it('says what the server does not take, and sends it again on request', async () => {
    let refuse = true;
    const server = createFakeServer(aDraft());
    const { putSection } = server.api;
    renderPostmortem(
      {
        ...server.api,
        putSection: (async input => {
          if (refuse) {
            throw refusal(403, 'NotAllowedError', 'You lack postmortem.update');
          }
          return putSection(input);
        }) as typeof putSection,
      },
      { search: '?edit=true' },
    );
    const field = await openEditor('Summary');
    fireEvent.change(field, { target: { value: 'New.' } });
    fireEvent.blur(field);

    expect(
      await screen.findByText('Not saved: You lack postmortem.update'),
    ).toBeInTheDocument();
    // Being done does not throw it away.
    await userEvent.click(screen.getByRole('button', { name: 'Done' }));
    expect(field).toHaveValue('New.');

    refuse = false;
    await userEvent.click(screen.getByRole('button', { name: 'Save now' }));
    await waitFor(() =>
      expect(server.section('summary').markdown).toBe('New.'),
    );
  });

  it('asks before a link leads away from unsaved text', async () => {
    const server = createFakeServer(aDraft());
    renderPostmortem(server.api, { search: '?edit=true' });
    const field = await openEditor('Summary');
    const confirm = jest.spyOn(window, 'confirm').mockReturnValue(false);
    fireEvent.change(field, { target: { value: 'New.' } });

    const link = screen.getByRole('link', { name: 'checkout-api' });
    await userEvent.click(link);
    expect(confirm).toHaveBeenCalledTimes(1);
    expect(field).toBeInTheDocument();

    // Within the page nothing is left.
    await userEvent.click(
      within(
        screen.getByRole('navigation', { name: 'On this page' }),
      ).getByRole('link', { name: 'Impact' }),
    );
    expect(confirm).toHaveBeenCalledTimes(1);
    confirm.mockRestore();
  });
});

describe('the timeline and contributing factors', () => {
  it('adds events with the keyboard, one after the other, from the time of the last', async () => {
    const server = createFakeServer(
      aDraft({
        timeline: [
          {
            id: '1',
            occurredAt: '2026-03-12T09:26:00Z',
            kind: 'detection',
            text: 'The alert fires',
            revision: 1,
          },
        ],
      }),
    );
    renderPostmortem(server.api, { search: '?edit=true' });

    await userEvent.click(
      await screen.findByRole('button', { name: 'Add event' }),
    );
    expect(
      screen.getByRole('textbox', { name: 'What happened' }),
    ).toHaveFocus();
    await userEvent.keyboard('Someone looks{Enter}');
    await screen.findByText('Someone looks', { selector: 'p' });
    await userEvent.keyboard('Line one{Shift>}{Enter}{/Shift}line two{Enter}');
    await screen.findByText(/Line one\s+line two/, { selector: 'p' });

    expect(
      server
        .current()
        .timeline.map(({ occurredAt, text }) => [occurredAt, text]),
    ).toEqual([
      ['2026-03-12T09:26:00Z', 'The alert fires'],
      ['2026-03-12T09:26:00Z', 'Someone looks'],
      ['2026-03-12T09:26:00Z', 'Line one\nline two'],
    ]);
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('textbox', { name: 'What happened' })).toBeNull();
  });

  it('puts my change of an event on top of what someone else changed in it', async () => {
    const theirs = {
      id: '1',
      occurredAt: '2026-03-12T09:30:00Z',
      kind: 'detection' as const,
      text: 'The alert fires',
      revision: 2,
    };
    const updates: unknown[] = [];
    const { api } = createFakeServer(
      aDraft({
        timeline: [
          { ...theirs, occurredAt: '2026-03-12T09:26:00Z', revision: 1 },
        ],
      }),
      {
        updateTimelineEvent: async ({ body, ifMatch }) => {
          updates.push({ body, ifMatch });
          if (ifMatch !== theirs.revision) {
            throw refusal(412, 'StaleRevisionError', 'Changed', {
              current: theirs,
            });
          }
          return { ...theirs, text: body?.text ?? '', revision: 3 };
        },
      },
    );
    renderPostmortem(api, { search: '?edit=true' });

    await userEvent.click(
      await screen.findByRole('button', { name: 'Edit: The alert fires' }),
    );
    const text = screen.getByRole('textbox', { name: 'What happened' });
    await userEvent.clear(text);
    await userEvent.type(text, 'The latency alert fires{Enter}');

    await screen.findByText('The latency alert fires', { selector: 'p' });
    expect(updates).toHaveLength(2);
    expect(updates[1]).toMatchObject({
      ifMatch: 2,
      body: {
        occurredAt: '2026-03-12T09:30:00Z',
        text: 'The latency alert fires',
      },
    });
  });

  it('keeps an event in its form when it could not be saved', async () => {
    const { api } = createFakeServer(aDraft(), {
      addTimelineEvent: async () => {
        throw refusal(409, 'ConflictError', 'A postmortem holds at most 1000');
      },
    });
    renderPostmortem(api, { search: '?edit=true' });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Add event' }),
    );
    await userEvent.keyboard('One too many{Enter}');

    expect(
      await screen.findByText('Not saved: A postmortem holds at most 1000'),
    ).toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: 'What happened' })).toHaveValue(
      'One too many',
    );
  });

  it('keeps what is being written when the page is read again', async () => {
    const { api } = createFakeServer(aDraft());
    renderPostmortem(api, { search: '?edit=true' });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Add event' }),
    );
    await userEvent.keyboard('Half a sentence');
    await userEvent.click(
      screen.getAllByRole('button', { name: 'Add contributing factor' })[0],
    );
    await userEvent.click(screen.getByRole('button', { name: 'Done editing' }));

    await waitFor(() =>
      expect(
        screen.queryByRole('textbox', { name: 'Contributing factor' }),
      ).toBeNull(),
    );
    expect(screen.getByRole('textbox', { name: 'What happened' })).toHaveValue(
      'Half a sentence',
    );
  });

  it('asks before it removes a contributing factor', async () => {
    const remove = jest.fn(async () => undefined);
    const { api } = createFakeServer(
      aDraft({
        contributingFactors: [
          {
            id: '2',
            title: 'One replica',
            category: 'capacity',
            description: '',
            revision: 4,
          },
        ],
      }),
      { removeContributingFactor: remove },
    );
    renderPostmortem(api, { search: '?edit=true' });

    await userEvent.click(
      await screen.findByRole('button', { name: 'Remove: One replica' }),
    );
    expect(remove).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: 'Remove' }));
    await waitFor(() =>
      expect(screen.queryByText('One replica')).not.toBeInTheDocument(),
    );
    expect(remove).toHaveBeenCalledWith({
      params: { id: 'PM-42', itemId: '2' },
      ifMatch: 4,
    });
  });
});
