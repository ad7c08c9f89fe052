import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { refusal } from '../../testing/refusal';
import { aDraft } from '../__testUtils__/aDraft';
import { createFakeServer } from '../__testUtils__/fakeServer';
import { renderPostmortem } from '../__testUtils__/renderPostmortem';

jest.mock('./MarkdownEditor', () =>
  jest.requireActual('../__testUtils__/MarkdownEditor'),
);
// Autosave, retry delays and busy machines take time.
jest.setTimeout(120_000);

/** Opens a section's editor by keyboard or click. */
async function openEditor(title: string) {
  await userEvent.click(
    await screen.findByRole('button', { name: `Edit ${title}` }),
  );
  return screen.findByRole('textbox', { name: title });
}

/** Someone else saves the summary. */
function bySomeoneElse(
  server: ReturnType<typeof createFakeServer>,
  markdown: string,
) {
  server.change(postmortem => ({
    ...postmortem,
    sections: postmortem.sections.map(section =>
      section.key === 'summary'
        ? {
            ...section,
            markdown,
            revision: section.revision + 1,
            updatedBy: 'user:default/ana.silva',
          }
        : section,
    ),
  }));
}

beforeEach(() => window.localStorage.clear());

describe('writing a section', () => {
  it('keeps the editor open when a later permission check fails', async () => {
    const server = createFakeServer(aDraft());
    let isOffline = false;
    const authorize = jest.fn(async () => {
      if (isOffline) throw new TypeError('Failed to fetch');
      return { result: AuthorizeResult.ALLOW } as const;
    });
    renderPostmortem(server.api, { search: '?edit=true', authorize });
    const field = await openEditor('Summary');

    isOffline = true;
    const before = authorize.mock.calls.length;
    await waitFor(
      () => {
        // Permissions are checked again, but not twice within two seconds.
        fireEvent(window, new Event('online'));
        expect(authorize.mock.calls.length).toBeGreaterThan(before);
      },
      { timeout: 10_000, interval: 500 },
    );
    await userEvent.type(field, ' and more');

    expect(screen.getByRole('textbox', { name: 'Summary' })).toHaveValue(
      'The cache was flushed. and more',
    );
  });

  it('saves shortly after the last key, on the revision that was read', async () => {
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
      body: {
        markdown: 'The cache was empty.',
        base: 'The cache was flushed.',
      },
      ifMatch: 3,
    });

    // The next change uses the new revision.
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

  it('updates the publishing checklist and shows a preview', async () => {
    const { api } = createFakeServer(aDraft());
    renderPostmortem(api);
    await userEvent.click(await screen.findByRole('button', { name: 'Edit' }));

    const checklist = await screen.findByRole('region', {
      name: 'Before publishing',
    });
    expect(checklist).toHaveTextContent('5 items left');
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

    await waitFor(() => expect(checklist).toHaveTextContent('4 items left'));
  });

  it('merges changes of other lines without asking, also ones made while saving', async () => {
    const server = createFakeServer(aDraft());
    let answer = () => {};
    const answered = new Promise<void>(resolve => {
      answer = resolve;
    });
    const { putSection } = server.api;
    renderPostmortem(
      {
        ...server.api,
        putSection: (async input => {
          const saved = await putSection(input);
          await answered;
          return saved;
        }) as typeof putSection,
      },
      { search: '?edit=true' },
    );
    const field = await openEditor('Summary');
    bySomeoneElse(server, 'The cache was flushed.\nBy a script.');
    fireEvent.change(field, {
      target: { value: 'On Thursday:\nThe cache was flushed.' },
    });
    fireEvent.blur(field);
    await waitFor(() =>
      expect(server.section('summary').markdown).toBe(
        'On Thursday:\nThe cache was flushed.\nBy a script.',
      ),
    );
    fireEvent.change(field, {
      target: { value: 'On Thursday at 9:\nThe cache was flushed.' },
    });
    answer();

    const merged = 'On Thursday at 9:\nThe cache was flushed.\nBy a script.';
    await waitFor(() => expect(field).toHaveValue(merged));
    await waitFor(() =>
      expect(server.section('summary').markdown).toBe(merged),
    );
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('asks about lines that both changed, and merges the others', async () => {
    const server = createFakeServer(aDraft());
    renderPostmortem(server.api, { search: '?edit=true' });
    const field = await openEditor('Summary');
    bySomeoneElse(server, 'The cache was emptied.\nBy a script.');
    fireEvent.change(field, {
      target: { value: 'On Thursday:\nThe cache was flushed twice.' },
    });
    fireEvent.blur(field);

    const merge = await screen.findByRole('alert');
    expect(merge).toHaveTextContent('ana.silva changed the same lines');
    const place = within(merge).getByRole('group', {
      name: 'Conflict 1 of 1',
    });
    expect(place).toHaveTextContent('Only in theirsThe cache was emptied.');
    expect(place).toHaveTextContent('The cache was flushed twice.');
    // Nothing is overwritten before the decision.
    expect(server.section('summary').revision).toBe(4);

    await userEvent.click(
      within(place).getByRole('button', { name: 'Keep both' }),
    );
    const both =
      'The cache was emptied.\nBy a script.\nOn Thursday:\nThe cache was flushed twice.';
    expect(field).toHaveValue(both);
    await waitFor(() =>
      expect(server.section('summary')).toMatchObject({
        markdown: both,
        revision: 5,
      }),
    );
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it.each([
    { button: 'Keep mine', text: 'Mine, edited.' },
    { button: 'Keep theirs', text: 'Theirs.' },
  ])('lets one of two versions stand: $button', async ({ button, text }) => {
    const server = createFakeServer(aDraft());
    renderPostmortem(server.api, { search: '?edit=true' });
    const field = await openEditor('Summary');
    bySomeoneElse(server, 'Theirs.');
    fireEvent.change(field, { target: { value: 'Mine.' } });
    fireEvent.blur(field);

    await screen.findByRole('button', { name: button });
    fireEvent.change(field, { target: { value: 'Mine, edited.' } });
    await userEvent.click(screen.getByRole('button', { name: button }));
    expect(field).toHaveValue(text);
    await waitFor(() => expect(server.section('summary').markdown).toBe(text));
  });

  it('does not take its own text for that of someone else when an answer is lost', async () => {
    const server = createFakeServer(aDraft());
    const { putSection } = server.api;
    let isLost = true;
    renderPostmortem(
      {
        ...server.api,
        putSection: (async input => {
          const saved = await putSection(input);
          if (isLost) throw new TypeError('Failed to fetch');
          return saved;
        }) as typeof putSection,
      },
      { search: '?edit=true' },
    );
    const field = await openEditor('Summary');
    fireEvent.change(field, { target: { value: 'Half a' } });
    fireEvent.blur(field);
    await screen.findByText('Not saved: reconnecting');
    isLost = false;
    fireEvent.change(field, { target: { value: 'Half a sentence' } });
    fireEvent.blur(field);

    expect(await screen.findByText('Saved')).toBeInTheDocument();
    expect(server.section('summary').markdown).toBe('Half a sentence');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('does not undo changes of others when the page closes while saving', async () => {
    const server = createFakeServer(aDraft());
    const { putSection } = server.api;
    const { unmount } = renderPostmortem(
      {
        ...server.api,
        putSection: (async input => {
          const saved = await putSection(input);
          await new Promise(resolve => {
            setTimeout(resolve, 100);
          });
          return saved;
        }) as typeof putSection,
      },
      { search: '?edit=true' },
    );
    const field = await openEditor('Summary');
    bySomeoneElse(server, 'The cache was flushed.\nBy a script.');
    fireEvent.change(field, {
      target: { value: 'On Thursday:\nThe cache was flushed.' },
    });
    fireEvent.blur(field);
    fireEvent.change(field, {
      target: { value: 'On Friday:\nThe cache was flushed.' },
    });
    unmount();

    await waitFor(() =>
      expect(server.section('summary').markdown).toBe(
        'On Friday:\nThe cache was flushed.\nBy a script.',
      ),
    );
    await waitFor(() =>
      expect(Object.keys(window.localStorage).join()).not.toContain('draft'),
    );
  });

  it('keeps the text while saving fails, and retries', async () => {
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

    // Even after closing the page, the text is offered.
    unmount();
    renderPostmortem(api, { search: '?edit=true' });
    await screen.findByText(/You wrote something here .* never saved/);
    await userEvent.click(
      screen.getByRole('button', { name: 'Continue editing' }),
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

  it('shows what the server refuses and sends it again on request', async () => {
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
    // "Done" doesn't discard it.
    await userEvent.click(screen.getByRole('button', { name: 'Done' }));
    expect(field).toHaveValue('New.');

    refuse = false;
    await userEvent.click(screen.getByRole('button', { name: 'Save now' }));
    await waitFor(() =>
      expect(server.section('summary').markdown).toBe('New.'),
    );
  });

  it('asks before a link leaves unsaved text', async () => {
    const server = createFakeServer(aDraft());
    renderPostmortem(server.api, { search: '?edit=true' });
    const field = await openEditor('Summary');
    fireEvent.change(field, { target: { value: 'New.' } });

    const link = screen.getByRole('link', { name: 'checkout-api' });
    const followed = jest.fn((event: Event) => event.preventDefault());
    link.addEventListener('click', followed);
    await userEvent.click(link);
    const question = await screen.findByRole('dialog', {
      name: 'You have unsaved changes. Leave this page anyway?',
    });
    await userEvent.click(
      within(question).getByRole('button', { name: 'Stay' }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(followed).not.toHaveBeenCalled();
    expect(field).toBeInTheDocument();

    // Links within the page don't ask.
    await userEvent.click(
      within(
        screen.getByRole('navigation', { name: 'On this page' }),
      ).getByRole('link', { name: 'Impact' }),
    );
    expect(screen.queryByRole('dialog')).toBeNull();

    fireEvent.change(field, { target: { value: 'Newer.' } });
    await userEvent.click(link);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Leave page' }),
    );
    expect(followed).toHaveBeenCalledTimes(1);
  });
});

describe('timeline and contributing factors', () => {
  it('adds events by keyboard, each starting at the time of the last', async () => {
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

  it('merges my change of an event with someone else’s', async () => {
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

  it('keeps an event in its form if saving fails', async () => {
    const { api } = createFakeServer(aDraft(), {
      addTimelineEvent: async () => {
        throw refusal(
          409,
          'ConflictError',
          'A postmortem can have at most 1000',
        );
      },
    });
    renderPostmortem(api, { search: '?edit=true' });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Add event' }),
    );
    await userEvent.keyboard('One too many{Enter}');

    expect(
      await screen.findByText('Not saved: A postmortem can have at most 1000'),
    ).toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: 'What happened' })).toHaveValue(
      'One too many',
    );
  });

  it('keeps text being edited when the page reloads', async () => {
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

  it('suggests contributing factors of other postmortems while typing', async () => {
    const find = jest.fn(async () => ({
      items: [
        {
          title: 'Certificate expired',
          category: 'process' as const,
          postmortems: 4,
        },
        { title: 'Certificate was replaced by hand', postmortems: 1 },
      ],
    }));
    const server = createFakeServer(aDraft(), {
      findContributingFactors: find,
    });
    renderPostmortem(server.api, { search: '?edit=true' });
    const factors = () => server.current().contributingFactors;

    await userEvent.click(
      (
        await screen.findAllByRole('button', {
          name: 'Add contributing factor',
        })
      )[0],
    );
    // What is typed is saved as it is, unless a suggestion is selected.
    await userEvent.keyboard('Certificate');
    await screen.findByRole('option', {
      name: /Certificate expired.*Process, 4 postmortems/,
    });
    await userEvent.keyboard('{Escape}{Enter}');
    await waitFor(() => expect(factors()).toHaveLength(1));

    await userEvent.keyboard('cert');
    await screen.findByRole('option', { name: /by hand/ });
    await userEvent.keyboard('{ArrowDown}{Enter}');
    const title = screen.getByRole('textbox', { name: 'Contributing factor' });
    expect(title).toHaveValue('Certificate expired');
    expect(
      screen.getByRole('button', { name: /Category.*Process/ }),
    ).toBeInTheDocument();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(factors()).toHaveLength(2));
    expect(factors()).toEqual([
      expect.not.objectContaining({ category: expect.anything() }),
      expect.objectContaining({
        title: 'Certificate expired',
        category: 'process',
      }),
    ]);
    expect(factors()[0].title).toBe('Certificate');
  });

  it('asks before removing a contributing factor', async () => {
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
