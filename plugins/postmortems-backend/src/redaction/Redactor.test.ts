import fc from 'fast-check';
import { charactersByAuthor } from '../postmortem/integrity/authorship';
import type { AuthorRun } from '../postmortem/integrity/authorship';
import { Redactor } from './Redactor';

describe('Redactor', () => {
  it('replaces a text case-insensitively, and counts', () => {
    const redactor = new Redactor('s3cr(t.');
    expect(redactor.text('S3CR(T. and s3cr(t. but not s3crXt!')).toBe(
      '[redacted] and [redacted] but not s3crXt!',
    );
    expect(redactor.occurrences).toBe(2);
    expect(redactor.text(`${'x'.repeat(8)}s3cr(t.`, 10)).toHaveLength(10);
  });

  it('keeps references, times and enum values', () => {
    const value = {
      title: 'alice was paged',
      ownerRef: 'user:default/alice',
      kind: 'alice',
      at: '2026-03-10T09:14:00.000Z',
      list: ['2026-03-10T09:14:00.000Z', 'PM-2026', 'by Alice'],
      url: 'https://example.com/alice?x',
      labels: ['alice-was-here'],
      link: { title: 'of alice' },
    };
    expect(new Redactor('alice').json(value)).toEqual({
      ...value,
      title: '[redacted] was paged',
      list: [...value.list.slice(0, 2), 'by [redacted]'],
      url: 'https://example.com/redacted?x',
      labels: ['redacted-was-here'],
      link: { title: 'of [redacted]' },
    });
    expect(new Redactor('2026').json(value)).toEqual(value);
  });

  it('redacts deliveries, however they are encoded', () => {
    for (const body of [
      '{"note":"the k\\u00e9y\\"1 leaked","n":1}',
      '{"note":"the kéy\\"1 leaked","n":1}',
    ]) {
      expect(
        JSON.parse(new Redactor('kéy"1').body(Buffer.from(body)).toString()),
      ).toEqual({ note: 'the [redacted] leaked', n: 1 });
    }
    expect(
      new Redactor('kéy1').body(Buffer.from('a=kéy1&b=2')).toString(),
    ).toBe('a=[redacted]&b=2');
  });

  it('keeps authorship consistent, and adds no author', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.constantFrom('ann', 'bob', 'cy'),
            fc.array(fc.constantFrom('secret', 'x', 'sec', 'ret', ' ')),
          ),
        ),
        stretches => {
          const parts = stretches.map(
            ([author, words]) => [author, words.join('')] as const,
          );
          const markdown = parts.map(([, text]) => text).join('');
          const runs = parts.map(
            ([author, text]): AuthorRun => [author, text.length],
          );
          const redacted = new Redactor('secret').authored(markdown, runs);
          expect(redacted.markdown).not.toContain('secret');
          expect(
            redacted.authorship.reduce((sum, [, length]) => sum + length, 0),
          ).toBe(redacted.markdown.length);
          const before = charactersByAuthor(markdown, runs);
          const after = charactersByAuthor(
            redacted.markdown,
            redacted.authorship,
          );
          expect([...before.keys()]).toEqual(
            expect.arrayContaining([...after.keys()]),
          );
        },
      ),
    );
  });
});
