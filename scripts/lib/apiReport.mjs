// @ts-check

import ts from 'typescript';

const CODE_BLOCK = /(?<=```ts\n)[^]*?(?=\n```)/g;

/**
 * Sorts members of types and unions in a report. The compiler emits inferred ones in the order in
 * which it met them, which unrelated changes can affect.
 *
 * @param {string} report
 */
export function inOrder(report) {
  return report.replace(CODE_BLOCK, code => {
    const lines = withSortedUnions(code).split('\n');
    const ordered = [];
    while (lines.length > 0) ordered.push(...takeMember(lines));
    return ordered.join('\n');
  });
}

/** @param {string} code */
function withSortedUnions(code) {
  const source = ts.createSourceFile('report.ts', code, ts.ScriptTarget.Latest);
  return code.slice(0, source.getStart(source)) + textOf(source, source);
}

/**
 * The text of a node, with the members of unions sorted.
 *
 * @param {ts.Node} node
 * @param {ts.SourceFile} source
 * @returns {string}
 */
function textOf(node, source) {
  /** @type {ts.Node[]} */
  const children = [];
  ts.forEachChild(node, child => {
    children.push(child);
  });
  const texts = children.map(child => textOf(child, source));
  if (ts.isUnionTypeNode(node)) texts.sort();

  let text = '';
  let end = node.getStart(source);
  children.forEach((child, index) => {
    text += source.text.slice(end, child.getStart(source)) + texts[index];
    end = child.end;
  });
  return text + source.text.slice(end, node.end);
}

/**
 * Removes the first member: its comment, its line, and the block that it opens.
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
 * Whether a line opens a block that it does not close.
 *
 * @param {string} line
 */
function opens(line) {
  return /[{([]$/.test(line);
}
