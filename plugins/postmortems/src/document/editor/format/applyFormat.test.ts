import * as fc from 'fast-check';
import { EditorState } from '@codemirror/state';
import { applyFormat } from './applyFormat';
import type { Format } from './applyFormat';

/** `¦` is the cursor; with two of them, the text between is selected. */
function stateOf(text: string): EditorState {
  const [before, ...rest] = text.split('¦');
  const anchor = before.length;
  const head = rest.length > 1 ? anchor + rest[0].length : anchor;
  return EditorState.create({
    doc: text.replaceAll('¦', ''),
    selection: { anchor, head },
  });
}

function formatted(text: string, ...formats: Format[]): string {
  let state = stateOf(text);
  for (const format of formats) {
    state = state.update(applyFormat(state, format)).state;
  }
  const { from, to } = state.selection.main;
  const doc = state.doc.toString();
  const marked = from === to ? '¦' : `¦${doc.slice(from, to)}¦`;
  return doc.slice(0, from) + marked + doc.slice(to);
}

describe('applyFormat', () => {
  it.each<[Format, string, string]>([
    ['bold', 'a ¦word¦ b', 'a **¦word¦** b'],
    ['bold', 'a wo¦rd b', 'a **wo¦rd** b'],
    ['bold', 'a **¦word¦** b', 'a ¦word¦ b'],
    ['italic', 'a¦ word ¦b', 'a _¦word¦_ b'],
    ['code', 'a ¦', 'a `¦`'],
    ['link', 'see ¦the log¦', 'see [the log](¦)'],
    ['link', '¦https://example.com/x¦', '[¦](https://example.com/x)'],
    ['link', 'see ¦', 'see [¦]()'],
    ['bullets', '¦one\n\n  two¦', '- ¦one\n\n  - two¦'],
    ['bullets', '¦- one\n* two¦', '¦one\ntwo¦'],
    ['bullets', '¦- [x] one¦', '¦- one¦'],
    ['numbers', '¦- one\n- two¦', '¦1. one\n2. two¦'],
    ['italic', 'a _w¦ord_', 'a w¦ord'],
    ['bold', 'a ¦**word**¦', 'a ¦word¦'],
    ['tasks', '¦one\n2. two¦', '- [ ] ¦one\n- [ ] two¦'],
    ['quote', '- ¦one', '> - ¦one'],
    ['quote', '> ¦one', '¦one'],
    ['bullets', '¦', '- ¦'],
    ['table', 'a¦', 'a\n\n| ¦ |  |\n| --- | --- |\n|  |  |\n'],
  ])('%s makes "%s" into "%s"', (format, before, after) => {
    expect(formatted(before, format)).toBe(after);
  });

  it('leaves a text as it was if applied twice', () => {
    const aLine = fc
      .array(fc.stringMatching(/^[a-zäß]{1,6}$/), {
        minLength: 1,
        maxLength: 4,
      })
      .map(words => words.join(' '));
    const aFormat = fc.constantFrom<Format>(
      'bold',
      'italic',
      'code',
      'bullets',
      'numbers',
      'tasks',
      'quote',
    );
    fc.assert(
      fc.property(
        fc.array(aLine, { minLength: 1, maxLength: 4 }),
        aFormat,
        fc.nat(),
        fc.nat(),
        (lines, format, a, b) => {
          const doc = lines.join('\n');
          const [from, to] = [a, b]
            .map(each => each % (doc.length + 1))
            .sort((x, y) => x - y);
          const text = `${doc.slice(0, from)}¦${doc.slice(
            from,
            to,
          )}¦${doc.slice(to)}`;
          expect(formatted(text, format, format).replaceAll('¦', '')).toBe(doc);
        },
      ),
    );
  });
});
