import * as fc from 'fast-check';
import { excerptOf, segmentsOf } from './excerpt';

const tags = { preTag: '<a>', postTag: '</a>' };
const excerpt = (text: string) => excerptOf(segmentsOf({ text, ...tags }));
const words = (count: number) => Array(count).fill('words').join(' ');

it('marks the matches of a short text', () => {
  expect(excerpt('<a>DNS</a> cache, stale <a>dns</a>')).toEqual([
    { text: 'DNS', isMatch: true },
    { text: ' cache, stale ' },
    { text: 'dns', isMatch: true },
  ]);
  expect(excerpt('No match')).toEqual([{ text: 'No match' }]);
  expect(excerpt('')).toEqual([]);
});

it('cuts a long text around the first match', () => {
  const [before, match, after] = excerpt(
    `${words(100)} <a>dns</a> ${words(100)}`,
  );
  expect(before.text).toMatch(/^… words( words){11,12} $/);
  expect(match).toEqual({ text: 'dns', isMatch: true });
  expect(after.text).toMatch(/^( words){30,40} …$/);
});

it('is always short and keeps the first match', () => {
  const piece = fc.stringMatching(/^[a-z ]{0,200}$/);
  fc.assert(
    fc.property(
      fc.array(piece, { minLength: 1, maxLength: 6 }),
      fc.stringMatching(/^[a-z]{1,12}$/),
      (pieces, match) => {
        const result = excerpt(pieces.join(`<a>${match}</a>`));
        const text = result.map(segment => segment.text).join('');
        expect(text.length).toBeLessThanOrEqual(304);
        expect(text).not.toMatch(/[<>]/);
        expect(result.find(({ isMatch }) => isMatch)?.text).toBe(
          pieces.length > 1 ? match : undefined,
        );
      },
    ),
  );
});
