import { diffArrays } from 'diff';

/** With more changed lines than this, comparing takes too long. */
const MAX_EDIT_LENGTH = 2_000;

/** A replacement in a text, as CodeMirror expects it. */
export interface TextReplacement {
  from: number;
  to: number;
  insert: string;
}

/** The line replacements that turn one text into another. */
export function changesBetween(from: string, to: string): TextReplacement[] {
  const changes = diffArrays(toLines(from), toLines(to), {
    maxEditLength: MAX_EDIT_LENGTH,
  });
  if (!changes) return [{ from: 0, to: from.length, insert: to }];
  const replacements: TextReplacement[] = [];
  let place = 0;
  for (const { added, removed, value } of changes) {
    const text = value.join('');
    if (added) replacements.push({ from: place, to: place, insert: text });
    else place += text.length;
    if (removed) {
      replacements.push({
        from: place - text.length,
        to: place,
        insert: '',
      });
    }
  }
  return replacements;
}

/** Lines, including their line endings. */
function toLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? [];
}
