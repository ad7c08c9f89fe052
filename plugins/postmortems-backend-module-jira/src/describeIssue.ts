/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import type { CreateTicketRequest } from 'backstage-plugin-postmortems-node';

/** A node of the Atlassian Document Format. */
export interface AdfNode {
  type: string;
  version?: 1;
  attrs?: Record<string, unknown>;
  text?: string;
  marks?: { type: string; attrs?: Record<string, unknown> }[];
  content?: AdfNode[];
}

const FENCE = /^```[^\n]*\n([\s\S]*?)\n?```$/;
const BULLET = /^\s*[-*+]\s+/;

/** The facts of an action item in a line, to stand behind its id. */
function factsOf({ actionItem, postmortem }: CreateTicketRequest): string {
  const facts = [
    actionItem.priority,
    actionItem.kind,
    ...(actionItem.dueAt ? [`due ${actionItem.dueAt.slice(0, 10)}`] : []),
    ...(actionItem.ownerRef ? [`owner ${actionItem.ownerRef}`] : []),
  ];
  return ` of the postmortem “${postmortem.title}”: ${facts.join(', ')}`;
}

/** The text of an issue for Jira Cloud: paragraphs, lists and code, the rest as it was written. */
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

/** The text of an issue for Jira Data Center, in its wiki markup. */
export function describeInWiki(request: CreateTicketRequest): string {
  const { actionItem, postmortem } = request;
  const blocks = blocksOf(actionItem.description).map(block => {
    const code = FENCE.exec(block)?.[1];
    if (code !== undefined) return `{noformat}\n${code}\n{noformat}`;
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

/** Text that wiki markup leaves as it is. */
function literal(text: string): string {
  return text.replace(/[\\*_{}[\]|~^+!]/g, '\\$&');
}

/** The blocks of a Markdown text: what blank lines part, but code as a whole. */
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
      // An empty text is not allowed.
      ...(line ? [{ type: 'text', text: line }] : []),
    ]),
  };
}
