import {
  act,
  fireEvent,
  screen,
  waitFor,
  within,
} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { PermissionApi } from '@backstage/plugin-permission-react';
import type { PostmortemsApi } from 'backstage-plugin-postmortems-common';
import { signalChange } from '../../testing/signalChange';
import { refusal } from '../../testing/refusal';
import { aDraft } from '../__testUtils__/aDraft';
import { aComment, createFakeComments } from '../__testUtils__/fakeComments';
import { createFakeServer } from '../__testUtils__/fakeServer';
import { renderPostmortem } from '../__testUtils__/renderPostmortem';

jest.mock('../editor/MarkdownEditor', () =>
  jest.requireActual('../__testUtils__/MarkdownEditor'),
);
// Autosave, retry delays and busy machines take time.
jest.setTimeout(60_000);

/** Stored drafts by part. */
function kept(): Record<string, unknown> {
  return Object.fromEntries(
    Object.keys(window.localStorage)
      .filter(key => key.startsWith('postmortems/draft/'))
      .map(key => [
        key.replace(/^postmortems\/draft\/[^/]+\//, '').replace(/#.*$/, ''),
        JSON.parse(window.localStorage.getItem(key)!).value,
      ]),
  );
}

function leaveDraft(part: string, value: unknown, base?: unknown) {
  window.localStorage.setItem(
    `postmortems/draft/PM-42/${part}#earlier`,
    JSON.stringify({
      value,
      text: typeof value === 'string' ? value : Object.values(value!).join(' '),
      base,
      at: new Date(Date.now() - 180_000).toISOString(),
      by: 'user:default/guest',
    }),
  );
}

/** Stores a draft of the summary based on the server's version. */
function leaveSummary(markdown = 'Written yesterday.') {
  leaveDraft('summary', markdown, {
    markdown: 'The cache was flushed.',
    revision: 3,
  });
}

/** A promise with its resolver. */
function later<T = void>() {
  let resolve!: (value: T) => void;
  const promise = new Promise<T>(done => {
    resolve = done;
  });
  return { promise, resolve };
}

const unsaved = () =>
  screen.findByRole('region', { name: 'You have unsaved text' });

async function openSummary() {
  await userEvent.click(
    await screen.findByRole('button', { name: 'Edit Summary' }),
  );
  return screen.findByRole('textbox', { name: 'Summary' });
}

beforeEach(() => window.localStorage.clear());
afterEach(() => jest.restoreAllMocks());

describe('unsaved text of an earlier visit', () => {
  it('is shown when edit permission arrives late, and only then can be continued', async () => {
    leaveSummary();
    const known = later();
    const authorize = (async () => {
      await known.promise;
      return { result: AuthorizeResult.ALLOW };
    }) as PermissionApi['authorize'];
    const server = createFakeServer(aDraft());
    renderPostmortem(server.api, { search: '?edit=true', authorize });

    const notice = await unsaved();
    expect(notice).toHaveTextContent('Summary, written 3 min ago');
    expect(notice).toHaveTextContent('Written yesterday.');
    expect(
      within(notice).getByRole('link', { name: 'Summary' }),
    ).toHaveAttribute('href', expect.stringMatching(/#section-summary$/));
    expect(
      screen.queryByRole('button', { name: 'Continue editing' }),
    ).toBeNull();
    expect(kept()).toEqual({ summary: 'Written yesterday.' });

    await act(async () => known.resolve());
    await userEvent.click(
      await screen.findByRole('button', { name: 'Continue editing' }),
    );
    expect(await screen.findByRole('textbox', { name: 'Summary' })).toHaveValue(
      'Written yesterday.',
    );
    await waitFor(() =>
      expect(server.section('summary').markdown).toBe('Written yesterday.'),
    );
    await waitFor(() => expect(kept()).toEqual({}));
    expect(
      screen.queryByRole('region', { name: 'You have unsaved text' }),
    ).toBeNull();
  });

  it('can be copied and discarded without edit permission', async () => {
    leaveSummary();
    // Empty optional sections are hidden otherwise.
    leaveDraft('went-well', 'The alert came at once.');
    renderPostmortem(createFakeServer(aDraft()).api, { mayEdit: false });
    const notice = await unsaved();
    expect(kept()).toEqual({
      summary: 'Written yesterday.',
      'went-well': 'The alert came at once.',
    });
    const copied = jest.fn();
    document.execCommand = command => {
      if (command === 'copy') copied(document.getSelection()?.toString());
      return true;
    };
    await userEvent.click(
      within(notice).getByRole('button', { name: 'Copy your text: Summary' }),
    );
    expect(copied).toHaveBeenCalled();
    expect(
      screen.queryByRole('button', { name: 'Continue editing' }),
    ).toBeNull();

    await userEvent.click(
      within(notice).getByRole('button', {
        name: 'Discard your text: Summary',
      }),
    );
    expect(kept()).toEqual({ 'went-well': 'The alert came at once.' });
  });

  it('is not offered if the server already has it', async () => {
    leaveSummary('The cache was flushed.');
    renderPostmortem(createFakeServer(aDraft()).api);
    await screen.findByText('The cache was flushed.');
    await waitFor(() => expect(kept()).toEqual({}));
    expect(
      screen.queryByRole('region', { name: 'You have unsaved text' }),
    ).toBeNull();
  });

  it('is not discarded if another tab changed it', async () => {
    leaveSummary();
    renderPostmortem(createFakeServer(aDraft()).api);
    const notice = await unsaved();
    leaveSummary('Written yesterday, and today.');
    await userEvent.click(
      within(notice).getByRole('button', {
        name: 'Discard your text: Summary',
      }),
    );
    expect(kept()).toEqual({ summary: 'Written yesterday, and today.' });
  });

  it('disappears when another tab saves it', async () => {
    leaveSummary();
    renderPostmortem(createFakeServer(aDraft()).api);
    await unsaved();
    const key = 'postmortems/draft/PM-42/summary#earlier';
    window.localStorage.removeItem(key);
    act(() => {
      window.dispatchEvent(
        new StorageEvent('storage', { key, newValue: null }),
      );
    });
    await waitFor(() =>
      expect(
        screen.queryByRole('region', { name: 'You have unsaved text' }),
      ).toBeNull(),
    );
  });
});

describe('text being written', () => {
  it('stays when the server confirms an older version and the page is left', async () => {
    const server = createFakeServer(aDraft());
    const { putSection } = server.api;
    const answer = later();
    let calls = 0;
    const { unmount } = renderPostmortem(
      {
        ...server.api,
        putSection: (async input => {
          calls += 1;
          if (calls > 1) throw new TypeError('Failed to fetch');
          const saved = await putSection(input);
          await answer.promise;
          return saved;
        }) as typeof putSection,
      },
      { search: '?edit=true' },
    );
    const field = await openSummary();
    fireEvent.change(field, { target: { value: 'First.' } });
    fireEvent.blur(field);
    fireEvent.change(field, { target: { value: 'First. Second.' } });
    expect(kept()).toEqual({ summary: 'First. Second.' });
    unmount();
    await act(async () => answer.resolve());
    await waitFor(() => expect(calls).toBe(2));
    expect(server.section('summary').markdown).toBe('First.');
    expect(kept()).toEqual({ summary: 'First. Second.' });

    // Opened again, it is offered, based on the saved version.
    renderPostmortem(server.api, { search: '?edit=true' });
    await unsaved();
    const again = await openSummary();
    expect(again).toHaveValue('First. Second.');
  });

  it('is removed from the browser when a late response confirms it', async () => {
    const server = createFakeServer(aDraft());
    const { putSection } = server.api;
    const answer = later();
    const api = {
      ...server.api,
      putSection: (async input => {
        await answer.promise;
        return putSection(input);
      }) as typeof putSection,
    };
    const { unmount } = renderPostmortem(api, { search: '?edit=true' });
    fireEvent.change(await openSummary(), { target: { value: 'Mine.' } });
    unmount();
    renderPostmortem(api, { search: '?edit=true' });
    await screen.findByRole('button', { name: 'Edit Summary' });
    expect(kept()).toEqual({ summary: 'Mine.' });
    await act(async () => answer.resolve());
    await waitFor(() => expect(kept()).toEqual({}));
    expect(server.section('summary').markdown).toBe('Mine.');
  });

  it('stays through a conflict until its author decides', async () => {
    const server = createFakeServer(aDraft());
    renderPostmortem(server.api, { search: '?edit=true' });
    const field = await openSummary();
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
    await screen.findByRole('alert');
    expect(kept()).toEqual({ summary: 'Mine.' });
    // The link to the conflict is at the top.
    expect(
      within(await unsaved()).getByRole('link', { name: 'Summary' }),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Keep theirs' }));
    await waitFor(() => expect(kept()).toEqual({}));
  });

  it('stays when another tab removes it', async () => {
    const { api } = createFakeServer(aDraft(), {
      putSection: async () => {
        throw new TypeError('Failed to fetch');
      },
    });
    renderPostmortem(api, { search: '?edit=true' });
    const field = await openSummary();
    fireEvent.change(field, { target: { value: 'On a train.' } });
    fireEvent.blur(field);
    await screen.findByText('Not saved: reconnecting');
    const [key] = Object.keys(window.localStorage).filter(each =>
      each.startsWith('postmortems/draft/'),
    );
    window.localStorage.removeItem(key);
    act(() => {
      window.dispatchEvent(
        new StorageEvent('storage', { key, newValue: null }),
      );
    });
    expect(kept()).toEqual({ summary: 'On a train.' });
  });

  it('in a form survives leaving the page and is saved from the form', async () => {
    const server = createFakeServer(aDraft());
    const { unmount } = renderPostmortem(server.api, { search: '?edit=true' });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Add event' }),
    );
    await userEvent.keyboard('Half a sentence');
    unmount();

    renderPostmortem(server.api);
    expect(await unsaved()).toHaveTextContent('Timeline, written');
    await userEvent.click(
      screen.getByRole('button', { name: 'Continue editing' }),
    );
    const field = await screen.findByRole('textbox', { name: 'What happened' });
    expect(field).toHaveValue('Half a sentence');
    await userEvent.type(field, ' more{Enter}');
    await screen.findByText('Half a sentence more', { selector: 'p' });
    expect(kept()).toEqual({});
  });

  it('in a form is not removed by the response to an earlier request', async () => {
    const server = createFakeServer(aDraft());
    const answer = later();
    const { addContributingFactor } = server.api;
    renderPostmortem(
      {
        ...server.api,
        addContributingFactor: (async input => {
          await answer.promise;
          return addContributingFactor(input);
        }) as typeof addContributingFactor,
      },
      { search: '?edit=true' },
    );
    const [add] = await screen.findAllByRole('button', {
      name: 'Add contributing factor',
    });
    await userEvent.click(add);
    await userEvent.keyboard('One replica');
    const form = screen.getByRole('form', { name: 'Add contributing factor' });
    fireEvent.submit(form);
    const description = within(form).getByRole('textbox', {
      name: /How it contributed/,
    });
    fireEvent.change(description, { target: { value: 'Of two.' } });
    await act(async () => answer.resolve());
    await screen.findByText('One replica', { selector: 'div' });
    expect(description).toHaveValue('Of two.');
    expect(kept()).toMatchObject({
      'contributing-factors/new': { description: 'Of two.' },
    });
  });

  it('of a comment stays when commenting is no longer allowed or the panel shows another part', async () => {
    const comments = createFakeComments([aComment()]);
    const { api } = createFakeServer(aDraft({ openComments: 1 }), {
      ...comments.operations,
    });
    const { unmount } = renderPostmortem(api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Comment on Summary' }),
    );
    await userEvent.type(
      await screen.findByRole('textbox', { name: 'Comment (Markdown)' }),
      'Which cache?',
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Comment on Impact' }),
    );
    await waitFor(() =>
      expect(screen.getByDisplayValue('Which cache?')).toBeInTheDocument(),
    );
    unmount();

    renderPostmortem(api, { without: ['postmortem.comment'] });
    expect(await unsaved()).toHaveTextContent('Comment on Summary, written');
    expect(kept()).toEqual({
      'comment/new/summary': { markdown: 'Which cache?' },
    });
  });

  it('in a dialog is discarded only on request', async () => {
    const { api } = createFakeServer(
      aDraft({
        ownerRef: 'user:default/guest',
        ownerAcknowledgedAt: undefined,
      }),
    );
    const { unmount } = renderPostmortem(api);
    const open = async () => {
      await userEvent.click(
        await screen.findByRole('button', { name: 'Hand over' }),
      );
      return screen.findByRole('textbox', { name: /Reason/ });
    };
    await userEvent.type(await open(), 'On leave');
    await userEvent.keyboard('{Escape}');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Keep editing' }),
    );
    await waitFor(() =>
      expect(
        screen.queryByRole('dialog', { name: 'Discard your changes?' }),
      ).toBeNull(),
    );
    expect(screen.getByRole('textbox', { name: /Reason/ })).toHaveValue(
      'On leave',
    );
    unmount();

    renderPostmortem(api);
    expect(await open()).toHaveValue('On leave');
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Discard' }),
    );
    await waitFor(() => expect(kept()).toEqual({}));
  });
});

describe('a postmortem that is no longer visible', () => {
  it('closes and shows unsaved text', async () => {
    const server = createFakeServer(aDraft());
    let hidden = false;
    const gone = refusal(404, 'NotFoundError', 'Postmortem PM-42 not found');
    const api: PostmortemsApi = {
      ...server.api,
      getPostmortem: async () => {
        if (hidden) throw gone;
        return server.current();
      },
      // The response never arrives.
      putSection: () => new Promise(() => {}),
    };
    renderPostmortem(api, { search: '?edit=true' });
    const field = await openSummary();
    fireEvent.change(field, { target: { value: 'What I know of it.\nAll.' } });

    hidden = true;
    signalChange(api, 'PM-42');
    expect(
      await screen.findByText('This postmortem is no longer available to you'),
    ).toBeInTheDocument();
    expect(screen.queryByText('Checkout returned 500s')).toBeNull();
    const left = await unsaved();
    expect(within(left).getByLabelText('Your text: Summary').textContent).toBe(
      'What I know of it.\nAll.',
    );

    await userEvent.click(
      within(left).getByRole('button', { name: 'Discard your text: Summary' }),
    );
    expect(kept()).toEqual({});

    // With access restored, it is shown again.
    hidden = false;
    signalChange(api, 'PM-42');
    await screen.findByRole('button', { name: 'Edit Summary' });
  });

  it('stays on a 404 from a gateway', async () => {
    const server = createFakeServer(aDraft());
    let away = false;
    const asked = jest.fn();
    const api = {
      ...server.api,
      getPostmortem: async () => {
        if (!away) return server.current();
        asked();
        throw refusal(404, 'Error', 'Not Found');
      },
    };
    renderPostmortem(api);
    await screen.findByRole('button', { name: 'Edit Summary' });
    away = true;
    signalChange(api, 'PM-42');
    await waitFor(() => expect(asked).toHaveBeenCalled());
    await act(async () => {});
    expect(
      screen.getByRole('button', { name: 'Edit Summary' }),
    ).toBeInTheDocument();
  });
});
