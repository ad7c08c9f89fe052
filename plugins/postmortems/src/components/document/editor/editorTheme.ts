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

import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { Prec } from '@codemirror/state';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { Theme } from '@material-ui/core/styles';
import { subtleColor } from '../../shared';

/** CodeMirror in the colors and letters of the portal's theme, light and dark alike. */
export function editorTheme(theme: Theme): Extension {
  const { palette, typography } = theme;

  const frame = EditorView.theme(
    {
      '&': {
        color: palette.text.primary,
        backgroundColor: palette.background.paper,
        fontSize: typography.pxToRem(16),
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
    },
    { dark: palette.type === 'dark' },
  );
  const marks = HighlightStyle.define([
    { tag: tags.heading, fontWeight: '700' },
    { tag: tags.strong, fontWeight: '700' },
    { tag: tags.emphasis, fontStyle: 'italic' },
    { tag: tags.strikethrough, textDecoration: 'line-through' },
    { tag: [tags.link, tags.url], color: palette.primary.main },
    { tag: tags.monospace, fontFamily: 'monospace' },
    { tag: tags.quote, color: subtleColor(theme) },
    { tag: tags.processingInstruction, color: subtleColor(theme) },
  ]);

  return Prec.highest([frame, syntaxHighlighting(marks)]);
}
