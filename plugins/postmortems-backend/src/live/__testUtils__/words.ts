/** The words of a text that were typed in a test, such as `w12`. */
export function wordsIn(text: string): string[] {
  return text.match(/w\d+/g) ?? [];
}

/** The lines of a text with their line ends and places, and an empty one at the end. */
export function linesOf(text: string): { at: number; line: string }[] {
  const lines: { at: number; line: string }[] = [];
  let at = 0;
  for (const line of text.match(/[^\n]*\n/g) ?? []) {
    lines.push({ at, line });
    at += line.length;
  }
  return [...lines, { at, line: text.slice(at) }];
}
