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

// @ts-check

/** Literals and names in a union; what is larger has lines of its own. */
const UNION =
  /(?:(?:"[^"\n]*"|[\w.]+(?:<[^<>|\n]*>)?) \| )+(?:"[^"\n]*"|[\w.]+(?:<[^<>|\n]*>)?)/g;

/**
 * A report with the members of types and unions in alphabetical order. The compiler names those of
 * types that it works out in the order in which it came across them, which any change anywhere may
 * change.
 *
 * @param {string} report
 */
export function inOrder(report) {
  const lines = report
    .replace(UNION, union => union.split(' | ').sort().join(' | '))
    .split('\n');
  const ordered = [];
  while (lines.length > 0) ordered.push(...takeMember(lines));
  return ordered.join('\n');
}

/**
 * Takes the first line, with the comment before it and all that is in the braces it opens.
 *
 * @param {string[]} lines
 * @returns {string[]}
 */
function takeMember(lines) {
  const line = /** @type {string} */ (lines.shift());
  if (line.trim().startsWith('//') && lines.length > 0) {
    return [line, ...takeMember(lines)];
  }
  const member = [line];
  let open = opens(line);
  while (open && lines.length > 0) {
    const members = [];
    while (lines.length > 0 && !/^\s*[}\])]/.test(lines[0])) {
      members.push(takeMember(lines).join('\n'));
    }
    member.push(...members.sort());
    const end = lines.shift();
    if (end === undefined) break;
    member.push(end);
    open = opens(end);
  }
  return member;
}

/**
 * Whether a line ends within braces.
 *
 * @param {string} line
 */
function opens(line) {
  return /[{([]$/.test(line);
}
