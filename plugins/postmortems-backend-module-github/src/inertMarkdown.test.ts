import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describeIssue, titleOf } from './describeIssue';
import { inertMarkdown } from './inertMarkdown';

const parser = new MarkdownIt({ html: true, linkify: false });

/** The parts that GitHub acts on: text outside of code, and HTML. */
function shownBy(markdown: string): { texts: string[]; html: string[] } {
  const texts: string[] = [];
  const html: string[] = [];
  for (const token of parser.parse(markdown, {})) {
    if (token.type === 'html_block') html.push(token.content);
    let text = '';
    for (const child of token.children ?? []) {
      if (child.type === 'html_inline') html.push(child.content);
      if (child.type === 'text') text += child.content;
      else {
        texts.push(text);
        text = '';
      }
      if (child.type === 'image') texts.push(child.content);
    }
    texts.push(text);
  }
  return { texts, html };
}

const MENTION = /(^|[^A-Za-z0-9_`])@[A-Za-z0-9]/;
const REFERENCE = /(^|\W)(#|gh-)\d/i;
const CLOSING =
  /\b(close[sd]?|fix(e[sd])?|resolve[sd]?)\s*:?\s+(https?:|#\d|GH-\d|[\w.-]+\/[\w.-]+#\d)/i;

function expectInert(markdown: string) {
  const { texts, html } = shownBy(markdown);
  for (const text of texts) {
    expect(text).not.toMatch(MENTION);
    expect(text).not.toMatch(REFERENCE);
    expect(text).not.toMatch(CLOSING);
  }
  return html.map(each => each.trim()).filter(each => each !== '');
}

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '@team',
        '@acme/payments',
        'fixes #1',
        'Closes: acme/shop#2',
        'resolves https://github.com/acme/shop/issues/3',
        'GH-4',
        '&#64;team',
        '&commat;team',
        '\\@team',
        '&#35;1',
        '<!-- postmortems: other -->',
        '<b>',
        '</b>',
        '<!--',
        '-->',
        '<script>',
        '`',
        '``',
        '```',
        '````',
        '~~~',
        '```sh',
        '\n',
        '\n\n',
        '\n    ',
        '\n> ',
        '\n- ',
        '\n1. ',
        '\n| ',
        ' | ',
        '\n| --- | --- |\n',
        '\\',
        '*',
        '_',
        '**',
        '[',
        '](',
        ')',
        '![',
        '#',
        '1',
        ' ',
        '\t',
        '[x]: ',
        '"',
        "'",
        '&',
      ),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
    ),
    { maxLength: 14 },
  )
  .map(parts => parts.join(''));

describe('The text of an issue', () => {
  it('contains no mentions and closes no issues, whatever the fields contain', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (title, description, name) => {
        const request = {
          project: 'acme/shop',
          idempotencyKey: 'own-key',
          actionItem: {
            id: 'PM-1/A1',
            title,
            description,
            kind: 'prevent' as const,
            priority: 'P0' as const,
          },
          postmortem: { id: 'PM-1', title: name, url: 'https://x/PM-1' },
        };
        expect(expectInert(describeIssue(request))).toEqual([
          '<!-- postmortems: own-key -->',
        ]);
        expect(titleOf(request)).not.toMatch(MENTION);
        expect(titleOf(request)).not.toMatch(REFERENCE);
        expect(titleOf(request)).not.toMatch(CLOSING);
      }),
      { numRuns: 1_000 },
    );
  });

  it('keeps harmless Markdown unchanged', () => {
    const plain = [
      '# Upgrade',
      '',
      '- [ ] **bold**, [link](https://example.com) and ada@example.com',
      '- `npm i @backstage/cli` fixes it',
      '',
      '```sh',
      'gh issue close #1 <here> @team',
      '```',
    ].join('\n');
    expect(inertMarkdown(plain)).toBe(plain);
  });

  it('looks the same', () => {
    const visible = (text: string) =>
      shownBy(inertMarkdown(text)).texts.join('').replaceAll('\u200b', '');
    for (const text of ['@team fixes #1', 'a < b & c > `d', '&amp; &#64;x']) {
      expect(visible(text)).toBe(text);
    }
  });
});
