import { useState } from 'react';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  acceptCompletion,
  completionStatus,
  startCompletion,
} from '@codemirror/autocomplete';
import { EditorView } from '@codemirror/view';
import { MarkdownEditor } from './MarkdownEditor';
import type { ReferenceLookup } from './references/ReferenceLookup';

// jsdom has no layout, and CodeMirror asks where the cursor is.
Range.prototype.getClientRects = () => [] as unknown as DOMRectList;

const NOBODY = 'zz';

const lookup: ReferenceLookup = {
  entities: async term =>
    term === NOBODY
      ? []
      : [
          { id: 'user:default/grace', title: 'Grace Hopper' },
          { id: 'component:default/dns', title: `dns, found by "${term}"` },
        ],
  postmortems: async term => [{ id: 'PM-12', title: `Found by "${term}"` }],
  actionItems: async id => [
    { id: `${id}/A1`, title: 'First' },
    { id: `${id}/A2`, title: 'Second' },
  ],
};

/** The editor's text, which others change with `merge`. */
function renderEditor(text: string) {
  const typed: Array<[string, string]> = [];
  let merge: (value: string) => void = () => {};
  function Editor() {
    const [state, setState] = useState({ value: text, edits: 0 });
    merge = value => setState(now => ({ ...now, value }));
    return (
      <MarkdownEditor
        {...state}
        label="Summary"
        lookup={lookup}
        onBlur={() => {}}
        onChange={(value, before) => {
          typed.push([value, before]);
          setState(({ edits }) => ({ value, edits: edits + 1 }));
        }}
      />
    );
  }
  renderInTestApp(<Editor />);
  return { typed, merge: (value: string) => act(() => merge(value)) };
}

describe('the Markdown editor', () => {
  it('shows merged text, keeps the cursor, and reports only what is typed', async () => {
    const { typed, merge } = renderEditor('one\ntwo');
    const content = await screen.findByRole('textbox', { name: 'Summary' });
    const view = EditorView.findFromDOM(content)!;
    act(() => view.dispatch({ selection: { anchor: 7 } }));
    act(() => view.dispatch(view.state.replaceSelection('!')));
    await waitFor(() => expect(typed).toEqual([['one\ntwo!', 'one\ntwo']]));

    merge('zero\none\ntwo!');
    expect(view.state.doc.toString()).toBe('zero\none\ntwo!');
    expect(typed).toHaveLength(1);
    act(() => view.dispatch(view.state.replaceSelection('?')));
    expect(typed[1]).toEqual(['zero\none\ntwo!?', 'zero\none\ntwo!']);
  });

  it.each([
    ['Ask @gr', 'Grace Hoppergrace', 'Ask @user:default/grace'],
    ['@user:default/gr', 'dns, found by "gr"component:default/dns', undefined],
    ['As in PM-', 'PM-12Found by ""', 'As in PM-12'],
    ['PM-1', 'PM-12Found by "PM-1"', 'PM-12'],
    ['PM-expired', 'PM-12Found by "expired"', 'PM-12'],
    ['see PM-12/A2', 'PM-12/A2Second', 'see PM-12/A2'],
  ])('completes "%s"', async (text, option, completed) => {
    renderEditor(text);
    const content = await screen.findByRole('textbox', { name: 'Summary' });
    const view = EditorView.findFromDOM(content)!;
    act(() => {
      view.dispatch({ selection: { anchor: text.length } });
      startCompletion(view);
    });
    expect(await screen.findByRole('option', { name: option })).toBeVisible();
    if (completed === undefined) return;
    // CodeMirror ignores keys for a moment, so that nobody accepts what has only just appeared.
    await waitFor(() => act(() => expect(acceptCompletion(view)).toBe(true)));
    expect(view.state.doc.toString()).toBe(completed);
  });

  it.each([`@${NOBODY}`, 'me@gr', 'APM-1', 'word'])(
    'suggests nothing after "%s"',
    async text => {
      renderEditor(text);
      const content = await screen.findByRole('textbox', { name: 'Summary' });
      const view = EditorView.findFromDOM(content)!;
      act(() => {
        view.dispatch({ selection: { anchor: text.length } });
        startCompletion(view);
      });
      await waitFor(() => expect(completionStatus(view.state)).toBeNull());
      expect(screen.queryByRole('option')).toBeNull();
    },
  );

  it('lets Escape close the editor unless suggestions are shown', async () => {
    const never = new Promise<never>(() => {});
    const entities = jest.spyOn(lookup, 'entities').mockReturnValue(never);
    renderEditor('@gr');
    const content = await screen.findByRole('textbox', { name: 'Summary' });
    const view = EditorView.findFromDOM(content)!;
    const suggest = () =>
      act(() => {
        view.dispatch({ selection: { anchor: 3 } });
        startCompletion(view);
      });
    const escape = () => fireEvent.keyDown(content, { key: 'Escape' });

    suggest();
    expect(completionStatus(view.state)).toBe('pending');
    expect(escape()).toBe(true);

    entities.mockRestore();
    suggest();
    await screen.findAllByRole('option');
    expect(escape()).toBe(false);
    await waitFor(() => expect(screen.queryByRole('option')).toBeNull());
    expect(escape()).toBe(true);
  });
});
