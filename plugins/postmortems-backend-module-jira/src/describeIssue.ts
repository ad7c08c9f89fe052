import type { CreateTicketRequest } from 'backstage-plugin-postmortems-node';

/** A node in the Atlassian Document Format. */
export interface AdfNode {
  type: string;
  version?: 1;
  attrs?: Record<string, unknown>;
  text?: string;
  marks?: { type: string; attrs?: Record<string, unknown> }[];
  content?: AdfNode[];
}

const FENCE = /^```[^\n]*\n([\s\S]*?)\n?```$/;
/** Code block delimiters, in any case. */
const NOFORMAT = /\{(?=noformat)/gi;
/** Zero width space (U+200B), an invisible separator. */
const APART = '\u200b';
/**
 * A backslash as an entity. Wiki markup can't escape it, because two backslashes are a line break.
 */
const BACKSLASH = '&#92;';
const BULLET = /^\s*[-*+]\s+/;

/** The facts about an action item that follow its id in the description. */
function factsOf({ actionItem, postmortem }: CreateTicketRequest): string {
  const facts = [
    actionItem.priority,
    actionItem.kind,
    ...(actionItem.dueOn ? [`due ${actionItem.dueOn}`] : []),
    ...(actionItem.ownerRef ? [`owner ${actionItem.ownerRef}`] : []),
  ];
  return ` of the postmortem “${postmortem.title}”: ${facts.join(', ')}`;
}

/**
 * An issue's summary: a single line of plain text. Jira shows it as is. Neutralize mentions anyway,
 * in case someone copies it into a comment.
 */
export function summaryOf({ actionItem }: CreateTicketRequest): string {
  const summary = actionItem.title.replace(/\s+/g, ' ').trim();
  return inertMentions(summary) || actionItem.id;
}

/**
 * An issue's description for Jira Cloud: paragraphs, lists and code. Other Markdown stays as
 * written.
 */
export function describeInAdf(request: CreateTicketRequest): AdfNode {
  const { actionItem, postmortem } = request;
  const blocks = blocksOf(actionItem.description).map(toNode);
  return {
    type: 'doc',
    version: 1,
    content: [
      ...blocks,
      ...(blocks.length > 0 ? [{ type: 'rule' }] : []),
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'Action item ' },
          {
            type: 'text',
            text: actionItem.id,
            marks: [{ type: 'link', attrs: { href: postmortem.url } }],
          },
          { type: 'text', text: factsOf(request) },
        ],
      },
    ],
  };
}

/** An issue's description for Jira Data Center, in wiki markup. */
export function describeInWiki(request: CreateTicketRequest): string {
  const { actionItem, postmortem } = request;
  const blocks = blocksOf(actionItem.description).map(block => {
    const code = FENCE.exec(block)?.[1];
    if (code !== undefined) {
      return `{noformat}\n${code.replace(NOFORMAT, `{${APART}`)}\n{noformat}`;
    }
    return block
      .split('\n')
      .map(line =>
        BULLET.test(line)
          ? `* ${literal(line.replace(BULLET, ''))}`
          : literal(line),
      )
      .join('\n');
  });
  return [
    ...blocks,
    ...(blocks.length > 0 ? ['----'] : []),
    `Action item [${actionItem.id}|${postmortem.url}]${literal(
      factsOf(request),
    )}`,
  ].join('\n\n');
}

/**
 * Escapes text, so that wiki markup shows it as is. A backslash escapes characters that are always
 * markup; a zero width space breaks up sequences that are markup only in some places.
 */
function literal(text: string): string {
  return inertMentions(
    text
      .replaceAll('\\', BACKSLASH)
      .replace(/[*_{}[\]|~^+!]/g, '\\$&')
      // Headings, quotations, lists and rules, at the start of a line.
      .replace(/^(\s*)(?=(bq|h[1-6])\.|[#-])/gim, `$1${APART}`)
      .replace(/(?<![\w\u200b])-(?=\S)|\?(?=\?)/g, `$&${APART}`)
      // Emoticons such as (/) and :)
      .replace(/\((?=[/xiyn?]\)|o(n|ff)\))|[:;](?=[()DP])/g, `$&${APART}`),
  );
}

/** Breaks up mentions: `[~ada]` and `@team`. Email addresses are not mentions. */
function inertMentions(text: string): string {
  return text
    .replace(/\[(?=~)/g, `[${APART}`)
    .replace(/(?<![A-Za-z0-9])@/g, `@${APART}`);
}

/** Splits Markdown at blank lines, keeping code blocks whole. */
function blocksOf(markdown: string): string[] {
  return markdown
    .replace(/\r\n?/g, '\n')
    .split(/(^```[\s\S]*?^```$)|\n\s*\n/m)
    .flatMap(block => block?.trim() || []);
}

function toNode(block: string): AdfNode {
  const code = FENCE.exec(block)?.[1];
  if (code !== undefined) {
    return {
      type: 'codeBlock',
      content: code ? [{ type: 'text', text: code }] : [],
    };
  }
  const lines = block.split('\n');
  if (lines.every(line => BULLET.test(line))) {
    return {
      type: 'bulletList',
      content: lines.map(line => ({
        type: 'listItem',
        content: [paragraph([line.replace(BULLET, '')])],
      })),
    };
  }
  return paragraph(lines);
}

function paragraph(lines: string[]): AdfNode {
  return {
    type: 'paragraph',
    content: lines.flatMap((line, index) => [
      ...(index > 0 ? [{ type: 'hardBreak' }] : []),
      // Jira rejects empty text nodes.
      ...(line ? [{ type: 'text', text: line }] : []),
    ]),
  };
}
