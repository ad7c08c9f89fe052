/**
 * Converts Markdown to one line of text, without the syntax of headings, lists, quotes and
 * emphasis.
 */
export function toPlainText(markdown: string): string {
  return markdown
    .normalize('NFC')
    .replace(/^[ \t]*(?:#{1,6}|>|[-*+]|\d+\.)[ \t]+/gm, '')
    .replace(/\*\*|`+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
