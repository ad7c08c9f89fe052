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

import { compareLines, mergeLines } from './lines';

const base = ['one', 'two', 'three', 'four'].join('\n');

describe('compareLines', () => {
  it('tells what was removed, added and left, from which both texts can be read again', () => {
    const after = ['zero', 'one', 'three', 'four and a half'].join('\n');
    const compared = compareLines(base, after);

    expect(compared).toEqual([
      { kind: 'added', text: 'zero' },
      { kind: 'same', text: 'one' },
      { kind: 'removed', text: 'two' },
      { kind: 'same', text: 'three' },
      { kind: 'removed', text: 'four' },
      { kind: 'added', text: 'four and a half' },
    ]);
  });

  it.each([
    ['', 'one'],
    ['one', ''],
    ['', ''],
    ['one\n\none', 'one\none\n'],
  ])('loses no line of %j and %j', (before, after) => {
    const compared = compareLines(before, after);
    const textOf = (other: string) =>
      compared
        .filter(line => line.kind !== other)
        .map(line => line.text)
        .join('\n');
    expect(textOf('added')).toBe(before);
    expect(textOf('removed')).toBe(after);
  });
});

describe('mergeLines', () => {
  it('takes the changes of both where they are apart', () => {
    const theirs = base.replace('one', 'ONE');
    const mine = `${base}\nfive`;
    expect(mergeLines(base, theirs, mine)).toBe('ONE\ntwo\nthree\nfour\nfive');
  });

  it('keeps both where both changed the same lines, theirs first', () => {
    const theirs = base.replace('two', 'their two');
    const mine = base.replace('two', 'my two');
    expect(mergeLines(base, theirs, mine)).toBe(
      'one\ntheir two\nmy two\nthree\nfour',
    );
  });

  it('takes the same change once, and a removal where the other left the lines alone', () => {
    expect(mergeLines(base, `${base}\nfive`, `${base}\nfive`)).toBe(
      `${base}\nfive`,
    );
    expect(mergeLines(base, 'one\nfour', base)).toBe('one\nfour');
    expect(mergeLines(base, base, 'one\nfour')).toBe('one\nfour');
  });

  it('keeps both texts where there was none', () => {
    expect(mergeLines('', 'theirs', 'mine')).toBe('theirs\nmine');
  });
});
