import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTheme } from '@material-ui/core/styles';
import { markdown } from '@codemirror/lang-markdown';
import { Prec } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import type { ViewUpdate } from '@codemirror/view';
import CodeMirror, { ExternalChange } from '@uiw/react-codemirror';
import { useTexts } from '../../texts/useTexts';
import { changesBetween } from './changesBetween';
import { editorTheme } from './editorTheme';
import { applyFormat } from './format/applyFormat';
import type { Format } from './format/applyFormat';
import { FormatToolbar } from './format/FormatToolbar';
import { completeReferences } from './references/completeReferences';
import type { ReferenceLookup } from './references/ReferenceLookup';

export interface MarkdownEditorProps {
  value: string;
  /** The number of `onChange` calls that `value` includes. */
  edits: number;
  label: string;
  /** Finds what `@` and `PM-` suggest. */
  lookup: ReferenceLookup;
  onChange: (value: string, before: string) => void;
  onBlur: () => void;
}

function format(view: EditorView, chosen: Format): boolean {
  view.dispatch(
    view.state.update(applyFormat(view.state, chosen), {
      userEvent: 'input.format',
      scrollIntoView: true,
    }),
  );
  return true;
}

/** The usual shortcuts, before CodeMirror's own for the same keys. */
const SHORTCUTS = Prec.high(
  keymap.of([
    { key: 'Mod-b', run: view => format(view, 'bold') },
    { key: 'Mod-i', run: view => format(view, 'italic') },
    { key: 'Mod-k', run: view => format(view, 'link') },
    { key: 'Mod-e', run: view => format(view, 'code') },
    { key: 'Mod-Shift-7', run: view => format(view, 'numbers') },
    { key: 'Mod-Shift-8', run: view => format(view, 'bullets') },
    { key: 'Mod-Shift-9', run: view => format(view, 'tasks') },
  ]),
);

/**
 * CodeMirror editor for Markdown. Import it lazily: this is the only module that loads CodeMirror.
 * As in any other field, Tab leaves the editor.
 */
export function MarkdownEditor(props: MarkdownEditorProps) {
  const { value, edits, label, lookup, onChange, onBlur } = props;
  const theme = useTheme();
  const { t } = useTexts();
  const [initial] = useState(value);
  const view = useRef<EditorView>();
  const typed = useRef(edits);

  // Shows merged changes without moving the cursor. A value older than what was typed is skipped,
  // because a newer one follows.
  useLayoutEffect(() => {
    const shown = view.current?.state.doc.toString();
    if (shown === undefined || shown === value || typed.current > edits) return;
    view.current!.dispatch({
      changes: changesBetween(shown, value),
      annotations: ExternalChange.of(true),
    });
  }, [value, edits]);

  // A new function would make CodeMirror reconfigure itself.
  const onType = useCallback(
    (text: string, { startState }: ViewUpdate) => {
      typed.current += 1;
      onChange(text, startState.doc.toString());
    },
    [onChange],
  );

  const extensions = useMemo(
    () => [
      markdown(),
      SHORTCUTS,
      editorTheme(theme),
      completeReferences(lookup),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({
        'aria-label': label,
        spellcheck: 'true',
        autocapitalize: 'sentences',
      }),
    ],
    [theme, label, lookup],
  );

  return (
    <>
      <FormatToolbar
        label={t('document.editor.format.toolbar', { title: label })}
        onFormat={chosen => {
          format(view.current!, chosen);
          view.current!.focus();
        }}
      />
      <CodeMirror
        value={initial}
        onChange={onType}
        onBlur={onBlur}
        onCreateEditor={created => {
          view.current = created;
          created.focus();
        }}
        theme="none"
        extensions={extensions}
        minHeight="8rem"
        indentWithTab={false}
        basicSetup={{
          lineNumbers: false,
          foldGutter: false,
          highlightActiveLine: false,
          highlightSelectionMatches: false,
          autocompletion: false,
          closeBrackets: false,
          searchKeymap: false,
        }}
      />
    </>
  );
}
