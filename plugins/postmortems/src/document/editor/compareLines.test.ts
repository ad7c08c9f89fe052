import { compareLines } from './compareLines';

describe('compareLines', () => {
  it('marks removed, added and unchanged lines', () => {
    expect(
      compareLines(
        'one\ntwo\nthree\nfour',
        'zero\none\nthree\nfour and a half',
      ),
    ).toEqual([
      { kind: 'added', text: 'zero' },
      { kind: 'same', text: 'one' },
      { kind: 'removed', text: 'two' },
      { kind: 'same', text: 'three' },
      { kind: 'removed', text: 'four' },
      { kind: 'added', text: 'four and a half' },
    ]);
  });

  const many = (name: string) =>
    Array.from({ length: 3_000 }, (_, at) => `${name}${at}`).join('\n');

  it.each([
    ['', 'one'],
    ['one', ''],
    ['', ''],
    ['one\n\none', 'one\none\n'],
    [many('a'), many('b')],
  ])('loses no line of either text (%#)', (before, after) => {
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
