// @ts-check

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inOrder } from './apiReport.mjs';

/** @param {string[]} members @param {string} union */
const report = (members, union) => `# Report

\`\`\`ts
export const kindSchema: z.ZodObject<{
    kind: z.ZodEnum<{
${members.map(each => `        ${each}: "${each}";\n`).join('')}    }>;
    title: z.ZodString;
}>;

export type Key = Pick<Thing, ${union}>;

// @public
export class Store {
    // (undocumented)
    list(options: {
        limit: number;
    }): string[];
    // (undocumented)
    add(id: string): void;
}
\`\`\`
`;

describe('inOrder', () => {
  it('makes reports equal that differ only in the order of members', () => {
    const found = inOrder(report(['x', 'open', 'done'], '"b" | "c" | "a"'));
    assert.equal(
      found,
      inOrder(report(['done', 'x', 'open'], '"a" | "b" | "c"')),
    );
    assert.equal(inOrder(found), found);
    assert.match(found, /done[^]*open[^]*x: "x"[^]*title[^]*"a" \| "b" \| "c"/);
  });

  it('sorts whole members of a union, also those of many lines', () => {
    const plain = 'Ref<string, "path">';
    const generic = 'Ref<Route<Params>, "route", {\n    optional: true;\n}>';
    const found = inOrder(report(['x'], `${generic} | ${plain}`));
    assert.equal(found, inOrder(report(['x'], `${plain} | ${generic}`)));
    assert.ok(found.includes(`${generic} | ${plain}`));
  });

  it('keeps every line in its place', () => {
    const made = report(['x', 'y'], '"a" | "b"');
    const found = inOrder(made);
    assert.deepEqual(found.split('\n').sort(), made.split('\n').sort());
    assert.match(
      found,
      /list\(options: \{\n\s+limit: number;\n\s+\}\): string\[\];/,
    );
    assert.notEqual(found, inOrder(report(['x'], '"a" | "b"')));
    assert.notEqual(found, inOrder(report(['x', 'y'], '"a" | "c"')));
  });
});
