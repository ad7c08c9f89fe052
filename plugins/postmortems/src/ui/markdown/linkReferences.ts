import type { Node } from './syntaxTree';

const NAME = '[A-Za-z0-9](?:[\\w.-]{0,61}[A-Za-z0-9])?';

/** `PM-12`, `PM-12/A3`, and entities such as `@user:default/priya.raman`. */
const REFERENCE = new RegExp(
  `(?<![\\w/@.-])(?:PM-([1-9]\\d{0,8})(?:/A([1-9]\\d{0,5}))?(?![\\w-])|@([A-Za-z]{1,63}:${NAME}/${NAME}))`,
  'g',
);

/** Elements whose text is shown as it was typed. */
const LITERAL = new Set(['a', 'code', 'pre', 'kbd', 'samp']);

/** A reference to a postmortem or action item, or to an entity, found in a text. */
export interface Reference {
  /** The reference as it was typed. */
  text: string;
  /** An id such as `PM-12`. */
  postmortem?: string;
  /** The part of the page, such as `A3`. */
  actionItem?: string;
  entity?: string;
}

/** Splits a text into references and the texts between them. */
export function splitReferences(text: string): (string | Reference)[] {
  const parts: (string | Reference)[] = [];
  let end = 0;
  for (const match of text.matchAll(REFERENCE)) {
    const [typed, postmortem, actionItem, entity] = match;
    if (match.index > end) parts.push(text.slice(end, match.index));
    parts.push({
      text: typed,
      postmortem: postmortem && `PM-${postmortem}`,
      actionItem: actionItem && `A${actionItem}`,
      entity: entity?.toLocaleLowerCase('en-US'),
    });
    end = match.index + typed.length;
  }
  if (end < text.length) parts.push(text.slice(end));
  return parts;
}

/**
 * Rehype plugin that turns references into links. Their targets are data attributes, which the
 * sanitizer drops from what people write, so it must run before this plugin.
 */
export function linkReferences() {
  const visit = (node: Node): void => {
    if (!node.children || LITERAL.has(node.tagName ?? '')) return;
    node.children = node.children.flatMap(child => {
      if (child.type !== 'text' || !child.value) {
        visit(child);
        return [child];
      }
      return splitReferences(child.value).map(toNode);
    });
  };
  return visit;
}

function toNode(part: string | Reference): Node {
  if (typeof part === 'string') return { type: 'text', value: part };
  return {
    type: 'element',
    tagName: 'a',
    properties: {
      dataPostmortem: part.postmortem,
      dataActionItem: part.actionItem,
      dataEntity: part.entity,
    },
    children: [{ type: 'text', value: part.text }],
  };
}
