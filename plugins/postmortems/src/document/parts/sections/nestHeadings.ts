/**
 * Lowers the headings of a Markdown text, so that they are below the section's heading in the
 * page's outline. Fenced code is unchanged.
 *
 * @param by - number of levels; the lowest is 6
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
