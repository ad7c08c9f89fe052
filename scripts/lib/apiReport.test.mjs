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

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inOrder } from './apiReport.mjs';

/** @param {string[]} members @param {string} union */
const report = (members, union) => `export const kindSchema: z.ZodObject<{
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
`;

describe('inOrder', () => {
  it('makes reports equal that differ in the order of members alone', () => {
    const found = inOrder(report(['x', 'open', 'done'], '"b" | "c" | "a"'));
    assert.equal(
      found,
      inOrder(report(['done', 'x', 'open'], '"a" | "b" | "c"')),
    );
    assert.equal(inOrder(found), found);
    assert.match(found, /done[^]*open[^]*x: "x"[^]*title[^]*"a" \| "b" \| "c"/);
  });

  it('keeps every line, where it belongs', () => {
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
