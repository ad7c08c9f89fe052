import fc from 'fast-check';
import { InputError } from '@backstage/errors';
import { LIMITS, LIVE_TEXT } from 'backstage-plugin-postmortems-common';
import * as Y from 'yjs';
import { acceptUpdate } from './acceptUpdate';
import { documentOf, markdownOf, seed } from './document';

const STATE = seed('Some text 🔥');
const stored = () => documentOf([STATE]);

/** The update of a client that has the stored state. */
function changed(change: (document: Y.Doc, text: Y.Text) => void): Uint8Array {
  const document = stored();
  const known = Y.encodeStateVector(document);
  change(document, document.getText(LIVE_TEXT));
  return Y.encodeStateAsUpdate(document, known);
}

describe('An update', () => {
  it('changes the text, once', () => {
    const update = changed((_, text) => text.insert(4, ' more'));
    const document = stored();
    expect(acceptUpdate(document, update)).toBeDefined();
    expect(markdownOf(document)).toBe('Some more text 🔥');
    expect(acceptUpdate(document, update)).toBeUndefined();
    expect(markdownOf(document)).toBe('Some more text 🔥');
  });

  it.each<[string, (document: Y.Doc, text: Y.Text) => void]>([
    ['other content', document => document.getMap('x').set('a', 1)],
    ['formats', (_, text) => text.format(0, 4, { bold: true })],
    ['embedded objects', (_, text) => text.insertEmbed(0, { image: 'x' })],
    ['embedded types', (_, text) => text.insertEmbed(0, new Y.Map())],
    ['attributes', (_, text) => text.setAttribute('a', 'b')],
    ['null characters', (_, text) => text.insert(0, 'a\0b')],
    [
      'too long a text',
      (_, text) => text.insert(0, 'x'.repeat(LIMITS.sectionMarkdown)),
    ],
  ])('is refused with %s', (_what, change) => {
    expect(() => acceptUpdate(stored(), changed(change))).toThrow(InputError);
  });

  it('is refused without the changes that it depends on', () => {
    const later = (change: (text: Y.Text) => void) => {
      const document = stored();
      document.getText(LIVE_TEXT).insert(0, 'not stored');
      const known = Y.encodeStateVector(document);
      change(document.getText(LIVE_TEXT));
      return Y.encodeStateAsUpdate(document, known);
    };
    for (const update of [
      later(text => text.insert(3, 'x')),
      later(text => text.delete(0, 3)),
    ]) {
      expect(() => acceptUpdate(stored(), update)).toThrow(
        'update depends on changes that are not stored',
      );
    }
  });

  it('is refused if it is too large, or makes the document too large', () => {
    const large = new Uint8Array(LIMITS.liveUpdateBytes + 1);
    expect(() => acceptUpdate(stored(), large)).toThrow('bytes; the limit');

    const typedBackwards = (document: Y.Doc, characters: number) =>
      document.transact(() => {
        const text = document.getText(LIVE_TEXT);
        // Each is stored separately.
        for (let n = 0; n < characters; n++) text.insert(0, 'x');
      });
    const many = changed(document => typedBackwards(document, 3_000));
    expect(() => acceptUpdate(stored(), many)).toThrow(
      'update has 3000 insertions and deletions; the limit is 2000',
    );

    const document = stored();
    typedBackwards(document, 60_000);
    expect(() => acceptUpdate(document, new Uint8Array([0, 0]))).toThrow(
      'Open it again',
    );
  });

  it('announces no more than it has', () => {
    // One client with 2^31 insertions, which Yjs would allocate.
    const bytes = Uint8Array.from([1, 255, 255, 255, 255, 7, 1, 0, 0]);
    const start = Date.now();
    expect(() => acceptUpdate(stored(), bytes)).toThrow(InputError);
    expect(Date.now() - start).toBeLessThan(1_000);
  });

  it('is refused if it is malformed', () => {
    const update = changed((_, text) => text.insert(4, ' more'));
    const broken = fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc
        .tuple(fc.nat(update.length - 1), fc.integer({ min: 0, max: 255 }))
        .map(([at, byte]) => update.map((each, n) => (n === at ? byte : each))),
      fc.nat(update.length - 1).map(length => update.slice(0, length)),
    );
    const errorOf = (bytes: Uint8Array) => {
      try {
        acceptUpdate(stored(), bytes);
        return undefined;
      } catch (error) {
        return error;
      }
    };
    fc.assert(
      fc.property(broken, bytes => {
        // Some are valid by chance.
        const error = errorOf(bytes) ?? new InputError();
        expect(error).toBeInstanceOf(InputError);
      }),
      { numRuns: 2_000 },
    );
  });
});
