import type { Knex } from 'knex';
import type { SearchSnippet } from 'backstage-plugin-postmortems-common';
import type { SearchQuery } from './parseQuery';
import type { PartKind } from './parts';
import { readParts } from './partTexts';
import type { Match } from './rank';
import { snippetOf } from './snippet';

/** Snippets of matches, by postmortem. The caller must have checked read permission. */
export async function readSnippets(
  knex: Knex,
  matches: Match[],
  { required }: SearchQuery,
): Promise<Map<number, SearchSnippet>> {
  const wanted = matches.flatMap(({ part }) => part ?? []);
  const byKind = new Map<PartKind, typeof wanted>();
  for (const part of wanted) {
    byKind.set(part.kind, [...(byKind.get(part.kind) ?? []), part]);
  }
  const snippets = new Map<number, SearchSnippet>();
  for (const [kind, parts] of byKind) {
    const keys = new Map(parts.map(part => [part.postmortem_id, part.key]));
    const rowIds = parts.flatMap(part => part.row_id ?? []);
    const texts = await readParts(knex, [kind], {
      postmortems: [...keys.keys()],
      ...(rowIds.length > 0 && { rowIds }),
    });
    for (const { postmortem, key, text } of texts) {
      if (keys.get(postmortem) !== key) continue;
      snippets.set(postmortem, {
        part: kind,
        ...(key && { key }),
        segments: snippetOf(text, required),
      });
    }
  }
  return snippets;
}
