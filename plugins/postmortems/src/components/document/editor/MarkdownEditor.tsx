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

import { useMemo } from 'react';
import { useTheme } from '@material-ui/core/styles';
import type { Theme } from '@material-ui/core/styles';
import { markdown } from '@codemirror/lang-markdown';
import { EditorView, keymap } from '@codemirror/view';
import CodeMirror, { Prec } from '@uiw/react-codemirror';

/** What every way to type a Markdown text takes. */
export interface MarkdownEditorProps {
  value: string;
  label: string;
  onChange: (value: string) => void;
  onBlur: () => void;
  onSave: () => void;
  onClose: () => void;
}

/** The editor in the colors of the portal's theme. */
function themeOf(theme: Theme) {
  const { palette, typography } = theme;
  return Prec.highest(
    EditorView.theme(
      {
        '&': {
          color: palette.text.primary,
          backgroundColor: palette.background.paper,
          fontSize: '0.9375rem',
        },
        '&.cm-focused': { outline: 'none' },
        '.cm-content': {
          fontFamily: typography.fontFamily ?? 'inherit',
          lineHeight: '1.6',
          padding: '12px 0',
          caretColor: palette.text.primary,
        },
        '.cm-line': { padding: '0 14px' },
        '.cm-cursor': { borderLeftColor: palette.text.primary },
        '.cm-activeLine': { backgroundColor: 'transparent' },
      },
      { dark: palette.type === 'dark' },
    ),
  );
}

/**
 * A CodeMirror editor for Markdown. The only module that loads CodeMirror; import it lazily. Tab
 * leaves the editor, as everywhere on the page.
 */
export function MarkdownEditor(props: MarkdownEditorProps) {
  const { value, label, onChange, onBlur, onSave, onClose } = props;
  const theme = useTheme();

  const extensions = useMemo(
    () => [
      markdown(),
      themeOf(theme),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({
        'aria-label': label,
        spellcheck: 'true',
        autocapitalize: 'sentences',
      }),
    ],
    [theme, label],
  );
  const keys = useMemo(
    () =>
      Prec.high(
        keymap.of([
          { key: 'Mod-s', preventDefault: true, run: () => done(onSave) },
          { key: 'Escape', run: () => done(onClose) },
        ]),
      ),
    [onSave, onClose],
  );

  return (
    <CodeMirror
      value={value}
      onChange={onChange}
      onBlur={onBlur}
      theme={theme.palette.type}
      extensions={[extensions, keys]}
      minHeight="8rem"
      onCreateEditor={view => view.focus()}
      indentWithTab={false}
      basicSetup={{
        lineNumbers: false,
        foldGutter: false,
        highlightActiveLine: false,
        highlightSelectionMatches: false,
        autocompletion: false,
        closeBrackets: false,
      }}
    />
  );
}

/** Runs a command and tells CodeMirror that the key was used. */
function done(command: () => void): true {
  command();
  return true;
}
