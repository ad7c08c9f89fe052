import fc from 'fast-check';
import { attributeEdit, charactersByAuthor } from './authorship';
import type { AuthorRun } from './authorship';
import { dependenceOf } from './independence';

const author = fc.constantFrom('user:a', 'user:b', 'user:c');
const text = fc
  .array(
    fc.constantFrom('cache', 'flushed', 'at', 'peak', ' ', '\n', '🙂', '-', ''),
    { maxLength: 30 },
  )
  .map(words => words.join(''));
const edits = fc.array(fc.tuple(author, text), { maxLength: 6 });

/** Attribution after several people wrote in turn. */
function write(all: [string, string][]): { text: string; runs: AuthorRun[] } {
  return all.reduce<{ text: string; runs: AuthorRun[] }>(
    (before, [editor, after]) => ({
      text: after,
      runs: attributeEdit(before.text, before.runs, after, editor),
    }),
    { text: '', runs: [] },
  );
}

const lengthOf = (runs: AuthorRun[]) =>
  runs.reduce((sum, [, length]) => sum + length, 0);
const written = (value: string) => value.replace(/\s/g, '').length;

describe('authorship', () => {
  it('covers the text exactly, in runs that are not empty', () => {
    fc.assert(
      fc.property(edits, all => {
        const { text: latest, runs } = write(all);
        expect(lengthOf(runs)).toBe(latest.length);
        for (const [index, [name, length]] of runs.entries()) {
          expect(length).toBeGreaterThan(0);
          expect(name).not.toBe(runs[index - 1]?.[0]);
        }
      }),
    );
  });

  it('attributes every character except whitespace to an author', () => {
    fc.assert(
      fc.property(edits, all => {
        const { text: latest, runs } = write(all);
        const shares = charactersByAuthor(latest, runs);
        const sum = [...shares.values()].reduce((a, b) => a + b, 0);
        expect(sum).toBe(written(latest));
        const editors = new Set(all.map(([editor]) => editor));
        for (const name of shares.keys()) expect(editors).toContain(name);
      }),
    );
  });

  it('attributes nothing for saving unchanged text', () => {
    fc.assert(
      fc.property(edits, author, (all, editor) => {
        const { text: latest, runs } = write(all);
        expect(attributeEdit(latest, runs, latest, editor)).toEqual(runs);
      }),
    );
  });

  it('attributes to an editor only what they added', () => {
    fc.assert(
      fc.property(edits, text, (all, added) => {
        const { text: latest, runs } = write(all);
        const after = `${latest}\n\n${added}`;
        const shares = charactersByAuthor(
          after,
          attributeEdit(latest, runs, after, 'user:late'),
        );
        expect(shares.get('user:late') ?? 0).toBeLessThanOrEqual(
          written(added),
        );
      }),
    );
  });

  it('attributes a text that is too different to compare to its editor', () => {
    const before = Array.from({ length: 3_000 }, (_, n) => `a${n}`).join(' ');
    const after = Array.from({ length: 3_000 }, (_, n) => `b${n}`).join(' ');
    expect(
      attributeEdit(before, [['user:a', before.length]], after, 'user:b'),
    ).toEqual([['user:b', after.length]]);
  });
});

describe('independence', () => {
  const shares = fc.dictionary(author, fc.nat(50));

  it('allows at most one author of more than half', () => {
    fc.assert(
      fc.property(shares, counts => {
        const facts = {
          involvedRefs: new Set<string>(),
          authors: new Map(Object.entries(counts)),
        };
        const dependent = ['user:a', 'user:b', 'user:c'].filter(
          user => dependenceOf(user, facts) !== undefined,
        );
        expect(dependent.length).toBeLessThanOrEqual(1);
        for (const user of ['user:a', 'user:b', 'user:c']) {
          expect(dependenceOf(user, facts, 'not-owner')).toBeUndefined();
        }
      }),
    );
  });

  it('is never regained by writing or owning', () => {
    fc.assert(
      fc.property(shares, author, fc.nat(50), (counts, user, more) => {
        const facts = {
          involvedRefs: new Set<string>(),
          authors: new Map(Object.entries(counts)),
        };
        const before = dependenceOf(user, facts);
        const authors = new Map(facts.authors);
        authors.set(user, (authors.get(user) ?? 0) + more);
        expect(
          !before || dependenceOf(user, { ...facts, authors }),
        ).toBeTruthy();
        expect(dependenceOf(user, { ...facts, ownerRef: user })).toBe('owner');
        expect(
          dependenceOf(user, { ...facts, involvedRefs: new Set([user]) }),
        ).toBe('was-owner');
      }),
    );
  });
});
