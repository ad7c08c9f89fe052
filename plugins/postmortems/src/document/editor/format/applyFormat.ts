import { EditorSelection } from '@codemirror/state';
import type { EditorState, Line, TransactionSpec } from '@codemirror/state';

export type Format =
  | 'bold'
  | 'italic'
  | 'code'
  | 'link'
  | 'bullets'
  | 'numbers'
  | 'tasks'
  | 'quote'
  | 'table';

const MARKS = { bold: '**', italic: '_', code: '`' };

/** Bullet, checkbox or number at the beginning of a list item, after its indentation. */
const ITEM = /^(?:[-*+] (?:\[[ xX]\] )?|\d+[.)] )/;

/** How lines of each kind begin, and which beginnings they replace. */
const LINES = {
  bullets: {
    has: /^[-*+] (?!\[[ xX]\] )/,
    replaces: ITEM,
    prefix: () => '- ',
  },
  numbers: {
    has: /^\d+[.)] /,
    replaces: ITEM,
    prefix: (index: number) => `${index + 1}. `,
  },
  tasks: { has: /^[-*+] \[[ xX]\] /, replaces: ITEM, prefix: () => '- [ ] ' },
  quote: { has: /^> ?/, replaces: /^/, prefix: () => '> ' },
};

const URL = /^https?:\/\/\S+$/;
const EMPTY_TABLE = '|  |  |\n| --- | --- |\n|  |  |\n';

/** Formats the selection as Markdown, or removes the format if the selection already has it. */
export function applyFormat(
  state: EditorState,
  format: Format,
): TransactionSpec {
  switch (format) {
    case 'bold':
    case 'italic':
    case 'code':
      return toggleMark(state, MARKS[format]);
    case 'link':
      return insertLink(state);
    case 'table':
      return insertTable(state);
    default:
      return toggleLines(state, LINES[format]);
  }
}

/** A part of the text, from one offset to another. */
interface Part {
  from: number;
  to: number;
}

/** The selection without spaces around it, or the word at the cursor. */
function targetOf(state: EditorState, from: number, to: number): Part {
  if (from === to) return state.wordAt(from) ?? { from, to };
  const text = state.sliceDoc(from, to);
  const start = from + text.length - text.trimStart().length;
  return { from: start, to: Math.max(start, from + text.trimEnd().length) };
}

/** The text between the marks, if the target includes them. A word includes underscores. */
function withoutMarks(state: EditorState, { from, to }: Part, mark: string) {
  const text = state.sliceDoc(from, to);
  const isMarked =
    text.length >= 2 * mark.length &&
    text.startsWith(mark) &&
    text.endsWith(mark);
  return isMarked
    ? { from: from + mark.length, to: to - mark.length }
    : { from, to };
}

function toggleMark(state: EditorState, mark: string): TransactionSpec {
  const { length } = mark;
  return state.changeByRange(range => {
    const target = targetOf(state, range.from, range.to);
    const { from, to } = withoutMarks(state, target, mark);
    const isMarked =
      state.sliceDoc(from - length, from) === mark &&
      state.sliceDoc(to, to + length) === mark;
    const moved = isMarked ? -length : length;
    return {
      changes: isMarked
        ? [
            { from: from - length, to: from },
            { from: to, to: to + length },
          ]
        : [
            { from, insert: mark },
            { from: to, insert: mark },
          ],
      range: range.empty
        ? EditorSelection.cursor(range.head + moved)
        : EditorSelection.range(from + moved, to + moved),
    };
  });
}

function toggleLines(
  state: EditorState,
  { has, replaces, prefix }: (typeof LINES)[keyof typeof LINES],
): TransactionSpec {
  const lines = selectedLines(state);
  const restOf = ({ text }: Line) => text.trimStart();
  const isOn = lines.every(line => has.test(restOf(line)));
  const edits = lines.map((line, index) => {
    const rest = restOf(line);
    const [old] = (isOn ? has : replaces).exec(rest) ?? [''];
    const from = line.to - rest.length;
    return {
      from,
      to: from + old.length,
      insert: isOn ? '' : prefix(index),
    };
  });
  const changes = state.changes(edits);
  return { changes, selection: state.selection.map(changes, 1) };
}

/** The lines in the selection that are not empty, or the line of the cursor. */
function selectedLines(state: EditorState): Line[] {
  const lines = new Map<number, Line>();
  for (const { from, to } of state.selection.ranges) {
    for (let at = from; ; ) {
      const line = state.doc.lineAt(at);
      lines.set(line.number, line);
      if (line.to >= to) break;
      at = line.to + 1;
    }
  }
  const all = [...lines.values()];
  const filled = all.filter(({ text }) => text.trim() !== '');
  return filled.length > 0 ? filled : all.slice(0, 1);
}

/** Makes a link of the selected text or address, and selects what is missing. */
function insertLink(state: EditorState): TransactionSpec {
  return state.changeByRange(range => {
    const { from, to } = targetOf(state, range.from, range.to);
    const selected = state.sliceDoc(from, to);
    const isUrl = URL.test(selected);
    const [text, url] = isUrl ? ['', selected] : [selected, ''];
    const cursor = isUrl || text === '' ? from + 1 : from + text.length + 3;
    return {
      changes: { from, to, insert: `[${text}](${url})` },
      range: EditorSelection.cursor(cursor),
    };
  });
}

/** Inserts an empty table below the current line, and moves the cursor to its first cell. */
function insertTable(state: EditorState): TransactionSpec {
  const line = state.doc.lineAt(state.selection.main.to);
  const gap = line.text.trim() === '' ? '' : '\n\n';
  return {
    changes: { from: line.to, insert: `${gap}${EMPTY_TABLE}` },
    selection: { anchor: line.to + gap.length + '| '.length },
  };
}
