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
import { markdown } from '@codemirror/lang-markdown';
import { EditorView } from '@codemirror/view';
import CodeMirror from '@uiw/react-codemirror';
import { editorTheme } from './editorTheme';

/** What the editor of a section is given. */
export interface MarkdownEditorProps {
  value: string;
  label: string;
  onChange: (value: string) => void;
  onBlur: () => void;
}

/**
 * A CodeMirror editor for Markdown. The only module that loads CodeMirror; import it lazily. Tab
 * leaves the editor, as everywhere on the page.
 */
export function MarkdownEditor(props: MarkdownEditorProps) {
  const { value, label, onChange, onBlur } = props;
  const theme = useTheme();

  const extensions = useMemo(
    () => [
      markdown(),
      editorTheme(theme),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({
        'aria-label': label,
        spellcheck: 'true',
        autocapitalize: 'sentences',
      }),
    ],
    [theme, label],
  );

  return (
    <CodeMirror
      value={value}
      onChange={onChange}
      onBlur={onBlur}
      onCreateEditor={view => view.focus()}
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
