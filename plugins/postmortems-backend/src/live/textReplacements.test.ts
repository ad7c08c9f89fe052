import fc from 'fast-check';
import { textReplacements } from './textReplacements';

function replaced(from: string, to: string): string {
  return textReplacements(from, to).reduce(
    (text, { at, remove, insert }) =>
      text.slice(0, at) + insert + text.slice(at + remove),
    from,
  );
}

describe('Replacements of a text', () => {
  const text = fc
    .array(
      fc.constantFrom('one', 'two', 'one', ' ', '  ', '\n', '\r\n', '🔥', 'é.'),
      { maxLength: 30 },
    )
    .map(words => words.join(''));

  it('turn any text into any other', () => {
    fc.assert(
      fc.property(text, text, (from, to) => {
        expect(replaced(from, to)).toBe(to);
      }),
    );
  });

  it('keep what is the same, and replace whole words', () => {
    expect(textReplacements('a\nw12 b\nc', 'a\nw15 b\nd c')).toEqual([
      { at: 2, remove: 3, insert: 'w15' },
      { at: 8, remove: 0, insert: 'd ' },
    ]);
    expect(textReplacements('same', 'same')).toEqual([]);
  });

  it('replace lines, then everything, if too much has changed', () => {
    const lines = (word: string) =>
      Array.from({ length: 400 }, (_, n) => `${word}${n} ${word} ${n}.`);
    const from = [...lines('a'), 'kept', ...lines('b')].join('\n');
    const to = [...lines('c'), 'kept', ...lines('d')].join('\n');
    expect(replaced(from, to)).toBe(to);
    expect(textReplacements(from, to).length).toBeLessThan(3);

    const long = (word: string) =>
      [...lines(word), ...lines(word), ...lines(word)].join('\n');
    expect(textReplacements(long('a'), long('b'))).toEqual([
      { at: 0, remove: long('a').length, insert: long('b') },
    ]);
  });
});
