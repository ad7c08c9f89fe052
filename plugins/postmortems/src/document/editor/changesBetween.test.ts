import { EditorState } from '@codemirror/state';
import { changesBetween } from './changesBetween';

describe('changesBetween', () => {
  it.each([
    ['', 'one'],
    ['one', ''],
    ['one\ntwo\n', 'one\ntwo'],
    ['one\ntwo\nthree', 'zero\none\nTWO\nthree\nfour'],
    ['one\n\none', 'one\none\n'],
  ])('turns %j into %j', (from, to) => {
    const state = EditorState.create({ doc: from });
    const { newDoc } = state.update({ changes: changesBetween(from, to) });
    expect(newDoc.toString()).toBe(to);
  });

  it('keeps the cursor in its line while others change', () => {
    const state = EditorState.create({
      doc: 'one\ntwo\nthree',
      selection: { anchor: 6 },
    });
    const changes = changesBetween('one\ntwo\nthree', 'zero\none\ntwo\nTHREE');
    expect(state.update({ changes }).state.selection.main.anchor).toBe(11);
  });
});
