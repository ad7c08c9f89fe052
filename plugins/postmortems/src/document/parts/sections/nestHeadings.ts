/**
 * Lowers the headings in a Markdown text, so that they come below the section's heading in the
 * page's outline. Leaves fenced code unchanged.
 *
 * @param by - number of levels; headings don't go below level 6
 */
export function nestHeadings(markdown: string, by: number): string {
  let fence: string | undefined;
  return markdown
    .split('\n')
    .map(line => {
      const mark = line.match(/^ {0,3}(`{3,}|~{3,})/)?.[1];
      if (mark && !fence) {
        fence = mark;
      } else if (mark && fence && mark.startsWith(fence)) {
        fence = undefined;
      } else if (!fence) {
        return line.replace(
          /^( {0,3})(#{1,6})(?=\s|$)/,
          (_, indent, hashes) =>
            indent + '#'.repeat(Math.min(6, hashes.length + by)),
        );
      }
      return line;
    })
    .join('\n');
}
