import { descendantsOf } from './syntaxTree';
import type { Node } from './syntaxTree';

function textOf(node: Node): string {
  return descendantsOf(node)
    .map(({ value = '' }) => value)
    .join('');
}

/**
 * Rehype plugin that gives headings an id, and adds the prefix to links to ids within the text.
 * Links to other fragments, such as `#timeline`, refer to the page around the text and stay
 * unchanged.
 *
 * @param prefix - the prefix that the sanitizer adds to ids, but not to links
 */
export function prefixLinks(prefix: string) {
  return (tree: Node): void => {
    const all = descendantsOf(tree);
    for (const node of all) {
      if (/^h[1-6]$/.test(node.tagName ?? '') && !node.properties?.id) {
        const slug = textOf(node).toLowerCase().replace(/\W/g, '-');
        node.properties = { ...node.properties, id: `${prefix}${slug}` };
      }
    }
    const ids = new Set(all.map(({ properties }) => properties?.id));
    for (const { tagName, properties } of all) {
      const href = properties?.href;
      if (tagName !== 'a' || typeof href !== 'string') continue;
      const id = href.startsWith('#') && `${prefix}${href.slice(1)}`;
      if (ids.has(id)) properties!.href = `#${id}`;
    }
  };
}
