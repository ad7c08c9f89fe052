import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTheme } from '@material-ui/core/styles';
import { autocompletion } from '@codemirror/autocomplete';
import { markdown } from '@codemirror/lang-markdown';
import { EditorView } from '@codemirror/view';
import type { ViewUpdate } from '@codemirror/view';
import CodeMirror, { ExternalChange } from '@uiw/react-codemirror';
import { changesBetween } from './changesBetween';
import { editorTheme } from './editorTheme';
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

/**
 * CodeMirror editor for Markdown. Import it lazily: this is the only module that loads CodeMirror.
 * As in any other field, Tab leaves the editor.
 */
export function MarkdownEditor(props: MarkdownEditorProps) {
  const { value, edits, label, lookup, onChange, onBlur } = props;
  const theme = useTheme();
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
      editorTheme(theme),
      autocompletion({ override: [completeReferences(lookup)], icons: false }),
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
  );
}
