import { useState } from 'react';
import { act, screen, waitFor } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { EditorView } from '@codemirror/view';
import { MarkdownEditor } from './MarkdownEditor';

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
});
