import fc from 'fast-check';
import { describeInAdf, describeInWiki, summaryOf } from './describeIssue';
import type { AdfNode } from './describeIssue';

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '@team',
        '[~ada]',
        '[~accountid:5b10]',
        'fixes #1',
        'bq. ',
        'h1. ',
        '{code}',
        '{noformat}',
        '{NoFormat}',
        '{quote}',
        '{color:red}',
        '{panel:title=x}',
        '!https://evil.example/x.png!',
        '[x|https://evil.example]',
        '||head||',
        '|cell|',
        '----',
        '--',
        '-gone-',
        '+new+',
        '^up^',
        '??cite??',
        '{{mono}}',
        '(!)',
        '(/)',
        ':)',
        ';)',
        '```',
        '```\n',
        '\n```\n',
        '\n',
        '\n\n',
        '\r\n',
        '\\',
        '\\\\',
        '# ',
        '- ',
        '* ',
        ' ',
        '&#91;',
      ),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
    ),
    { maxLength: 14 },
  )
  .map(parts => parts.join(''));

const aRequest = (title: string, description: string, name: string) => ({
  project: 'OPS',
  idempotencyKey: 'k',
  actionItem: {
    id: 'PM-1/A1',
    title,
    description,
    kind: 'prevent' as const,
    priority: 'P0' as const,
    ownerRef: 'user:default/ada',
  },
  postmortem: { id: 'PM-1', title: name, url: 'https://x/PM-1' },
});

const always = (holds: (...texts: [string, string, string]) => void) =>
  fc.assert(fc.property(hostile, hostile, hostile, holds), { numRuns: 1_000 });

/** Wiki markup at the start of a line and anywhere, unless escaped. */
const BLOCK = /^\s*((bq|h[1-6])\.|[#-]|\|)/i;
const INLINE = /(?<!\\)[*_{}[\]|~^+!]/;
const PICTURE = /\(([/xiyn?]|on|off)\)|[:;][()DP]/;

it('contains no wiki markup from the fields', () => {
  always((...texts) => {
    const wiki = describeInWiki(aRequest(...texts));
    const [body, footer] =
      wiki.split(/^Action item \[PM-1\/A1\|/m).length === 2
        ? [
            wiki.slice(0, wiki.lastIndexOf('Action item [')),
            wiki.slice(wiki.lastIndexOf('Action item [')),
          ]
        : ['', wiki];
    expect(footer).toContain('[PM-1/A1|https://x/PM-1]');
    const lines = [
      ...body
        // Code blocks, which their content cannot end.
        .replace(/^\{noformat\}\n[^]*?\n\{noformat\}$/gm, '')
        .replace(/^----$/gm, '')
        .replace(/^\* /gm, '')
        .split('\n'),
      footer.replace('[PM-1/A1|https://x/PM-1]', ''),
    ];
    for (const line of lines) {
      expect(line).not.toMatch(BLOCK);
      expect(line).not.toMatch(INLINE);
      expect(line).not.toMatch(PICTURE);
      expect(line).not.toMatch(/\\\\|\?\?|(?<![\w\u200b])-(?!\u200b)\S/);
      expect(line).not.toMatch(/(^|[^A-Za-z0-9])@[A-Za-z0-9]/);
    }
  });
});

it('contains only text for Cloud, without mentions', () => {
  const KINDS = [
    'doc',
    'paragraph',
    'text',
    'hardBreak',
    'rule',
    'bulletList',
    'listItem',
    'codeBlock',
  ];
  const check = (node: AdfNode) => {
    expect(KINDS).toContain(node.type);
    expect(node.text).not.toBe('');
    const hrefs = (node.marks ?? []).map(({ attrs }) => attrs?.href);
    expect(hrefs.filter(href => href !== 'https://x/PM-1')).toEqual([]);
    node.content?.forEach(check);
  };
  always((...texts) => check(describeInAdf(aRequest(...texts))));
});

it('has a single-line summary without mentions', () => {
  always((...texts) => {
    const summary = summaryOf(aRequest(...texts));
    expect(summary).not.toMatch(/[\r\n]|\[~|(?<![A-Za-z0-9])@[A-Za-z]/);
    expect(summary).not.toBe('');
  });
});

it('keeps text readable', () => {
  expect(
    describeInWiki(
      aRequest(
        'x',
        'A *b* c-d, e - f\n\n- one\n\n```\n{noformat} \\n\n```',
        'n',
      ),
    )
      .split('\n\n')
      .slice(0, 3),
  ).toEqual([
    'A \\*b\\* c-d, e - f',
    '* one',
    '{noformat}\n{\u200bnoformat} \\n\n{noformat}',
  ]);
});
