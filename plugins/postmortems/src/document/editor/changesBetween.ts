import { diffArrays } from 'diff';

/** Beyond this number of changed lines, comparing takes too long. */
const MAX_EDIT_LENGTH = 2_000;

/** A replacement in a text, as CodeMirror takes it. */
export interface TextReplacement {
  from: number;
  to: number;
  insert: string;
}

/** The replacements, by lines, that turn one text into another. */
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

/** Lines with their line ends. */
function toLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? [];
}
