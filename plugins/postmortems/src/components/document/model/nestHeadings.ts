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

/**
 * Moves the headings of a Markdown text down, so that those of a section stand below the
 * section's own heading in the outline of the page. Fenced code is left as it is.
 *
 * @param markdown - the text
 * @param by - how many levels; the lowest is 6
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
