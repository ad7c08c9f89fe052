import * as fc from 'fast-check';
import { parseQuery } from './parseQuery';
import { snippetOf } from './snippet';

/** A snippet with matches in brackets. */
const marked = (query: string, text: string) =>
  snippetOf(text, parseQuery(query).required)
    .map(({ text: piece, isMatch }) => (isMatch ? `[${piece}]` : piece))
    .join('');

it.each([
  ['dns cac', 'The DNS cache', 'The [DNS] [cache]'],
  ['"dns cache"', 'DNS. The DNS cache', 'DNS. The [DNS cache]'],
  ['cache-fl', 'The cache flush', 'The [cache flush]'],
  ['elan', 'An Élan, lost', 'An [Élan], lost'],
  ['b', '# A\n\n- **b** and\n- `c`', 'A [b] and c'],
  ['<b>', 'if a <b> c', 'if a <[b]> c'],
  ['x', 'Nothing here', 'Nothing here'],
])('marks %s in %s', (query, text, expected) => {
  expect(marked(query, text)).toBe(expected);
});

it('shows the place with the most terms', () => {
  const filler = 'Something else happened. '.repeat(20);
  const text = `DNS first. ${filler}Then the DNS cache was stale. ${filler}`;
  const shown = marked('dns cache', text);
  expect(shown).toMatch(/^… .*Then the \[DNS\] \[cache\] was stale\..* …$/);
  expect(shown.length).toBeLessThan(230);
});

it('consists of excerpts of any text', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('dns', 'cache', '服务', '🔥', '\n', 'ﬁ'), {
        maxLength: 200,
      }),
      fc.constantFrom('dns', '"dns cache"', '服务', 'f'),
      (words, query) => {
        const text = words.join(' ');
        const segments = snippetOf(text, parseQuery(query).required);
        const shown = segments.map(({ text: piece }) => piece).join('');
        expect(shown.length).toBeLessThan(210);
        expect(shown).toBe(shown.toWellFormed());
        const plain = text.replace(/\s+/g, ' ');
        const pieces = segments
          .map(({ text: piece }) => piece.trim())
          .filter(piece => !piece.includes('…'));
        expect(pieces.filter(piece => !plain.includes(piece))).toEqual([]);
      },
    ),
  );
});
