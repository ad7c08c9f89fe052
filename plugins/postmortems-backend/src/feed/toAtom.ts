import { escapeXml } from '../kernel/escapeXml';
import { idOf } from '../kernel/ids';
import type { FeedEntry, FeedRecord } from './FeedStore';

/**
 * Writes a feed as Atom (RFC 4287). It depends only on its content, so that unchanged feeds have the
 * same ETag.
 *
 * @param appUrl - URL of the portal's app
 */
export function toAtom(
  feed: FeedRecord,
  entries: FeedEntry[],
  appUrl: string | undefined,
): string {
  const only = feed.teamRef ?? feed.entityRef;
  const page = (path: string) =>
    appUrl ? link(`${appUrl}/postmortems${path}`) : '';
  // Without a portal URL, ids still have to be URIs.
  const idIn = (path: string) =>
    element(
      'id',
      appUrl ? `${appUrl}/postmortems${path}` : `urn:postmortems:${path}`,
    );
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    idIn(`#feed-${feed.id}`),
    element('title', only ? `Postmortems: ${only}` : 'Postmortems'),
    element('updated', entries[0]?.publishedAt ?? feed.createdAt),
    `<author>${element('name', 'Postmortems')}</author>`,
    page(''),
    ...entries.map(entry => {
      const id = idOf(entry.number);
      return [
        '<entry>',
        idIn(`/${id}`),
        element('title', `${id} ${entry.title}`),
        element('published', entry.publishedAt),
        element('updated', entry.publishedAt),
        page(`/${id}`),
        `<category term="${escapeXml(entry.severity)}"/>`,
        element(
          'summary',
          `${entry.severity}, started ${entry.startedAt.slice(0, 10)}`,
        ),
        '</entry>',
      ].join('');
    }),
    '</feed>',
    '',
  ].join('\n');
}

/** An element with text. Without a type, Atom treats it as plain text, never as HTML. */
function element(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`;
}

function link(url: string): string {
  return `<link href="${escapeXml(url)}"/>`;
}
