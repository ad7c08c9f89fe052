import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { Prec } from '@codemirror/state';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { Theme } from '@material-ui/core/styles';
import { subtleColor } from '../../ui/layout/subtleColor';

/** Applies the portal's theme to CodeMirror. */
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
      '.cm-tooltip': {
        color: palette.text.primary,
        backgroundColor: palette.background.paper,
        border: `1px solid ${palette.divider}`,
        borderRadius: `${theme.shape.borderRadius}px`,
      },
      '.cm-tooltip.cm-tooltip-autocomplete > ul': {
        fontFamily: typography.fontFamily ?? 'inherit',
        maxWidth: 'min(32rem, 90vw)',
      },
      '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '6px 12px' },
      '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
        color: palette.text.primary,
        backgroundColor: palette.action.selected,
      },
      '.cm-completionDetail': {
        fontStyle: 'normal',
        color: subtleColor(theme),
      },
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
