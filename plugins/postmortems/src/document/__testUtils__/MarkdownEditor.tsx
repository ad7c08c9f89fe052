import type { MarkdownEditorProps } from '../editor/MarkdownEditor';

/** Plain field in place of CodeMirror, which needs layout. */
export function MarkdownEditor(props: MarkdownEditorProps) {
  const { value, label, onChange, onBlur } = props;
  return (
    <textarea
      aria-label={label}
      value={value}
      onChange={event => onChange(event.target.value, value)}
      onBlur={onBlur}
    />
  );
}
