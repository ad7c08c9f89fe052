import { LIMITS } from 'backstage-plugin-postmortems-common';
import type { Contributor, LeftOut } from 'backstage-plugin-postmortems-common';
import type { SourceFacts, StoredLeftOut } from '../IncidentRecord';
import type { IncidentState } from '../reduceChanges';
import { oneLine } from '../oneLine';

type Lists = Pick<SourceFacts, 'entityRefs' | 'contributors' | 'links'>;

const KEYS = {
  entityRefs: (facts: Lists) => facts.entityRefs,
  contributors: (facts: Lists) => facts.contributors.map(contributorKey),
  links: (facts: Lists) => facts.links.map(({ url }) => url),
} as const;

/** A key that identifies a contributor in a role. */
export function contributorKey({ userRef, role }: Contributor): string {
  return `${userRef} ${role}`;
}

/** Cuts the source's lists to the limits that also apply to lists edited by people. */
export function withinLimits(facts: SourceFacts): SourceFacts {
  return {
    ...facts,
    entityRefs: facts.entityRefs.slice(0, LIMITS.entityRefs),
    contributors: facts.contributors.slice(0, LIMITS.contributors),
    links: facts.links.slice(0, LIMITS.links),
  };
}

/** Counts reported list items beyond the limit. */
export function leftOutOfLists(reported: Lists, saved: Lists): LeftOut[] {
  return (['entityRefs', 'contributors', 'links'] as const).flatMap(field => {
    const limit = LIMITS[field];
    const kept = new Set(KEYS[field](saved));
    const missing = new Set(
      KEYS[field](reported).filter(key => !kept.has(key)),
    );
    return kept.size >= limit && missing.size > 0
      ? {
          field,
          unit: 'items' as const,
          leftOut: missing.size,
          total: kept.size + missing.size,
          limit,
        }
      : [];
  });
}

/** Counts the characters of an overlong URL, and those cut from the longest contributor role. */
export function leftOutOfMembers(
  { urlTooLong = 0 }: Pick<IncidentState, 'urlTooLong'>,
  longestRole: number,
): LeftOut[] {
  const unit = 'characters' as const;
  const cut = longestRole - LIMITS.contributorRole;
  return [
    ...(cut > 0
      ? [
          {
            field: 'contributors' as const,
            unit,
            leftOut: cut,
            total: longestRole,
            limit: LIMITS.contributorRole,
          },
        ]
      : []),
    ...(urlTooLong > 0
      ? [
          {
            field: 'links' as const,
            unit,
            // A truncated URL is useless, so all of it is omitted.
            leftOut: urlTooLong,
            total: urlTooLong,
            limit: LIMITS.url,
          },
        ]
      : []),
  ];
}

/** Counts characters cut from an overlong title or note; of several notes, reports the longest. */
export function leftOutOfTexts({
  title,
  lines,
}: Pick<IncidentState, 'title' | 'lines'>): LeftOut[] {
  const lengths = {
    title: { total: oneLine(title).length, limit: LIMITS.title },
    timeline: {
      total: Math.max(0, ...lines.map(({ cutFrom = 0 }) => cutFrom)),
      limit: LIMITS.itemMarkdown,
    },
  };
  return (['title', 'timeline'] as const).flatMap(field => {
    const { total, limit } = lengths[field];
    const leftOut = total - limit;
    return leftOut > 0
      ? [{ field, unit: 'characters' as const, leftOut, total, limit }]
      : [];
  });
}

/**
 * Decides which omissions to record: each one when it first occurs and whenever its count doubles,
 * so that a burst doesn't flood the history.
 */
export function leftOutToRecord(
  before: StoredLeftOut[],
  now: LeftOut[],
): { stored: StoredLeftOut[]; news: LeftOut[] } {
  const news: LeftOut[] = [];
  const stored = now.map(each => {
    const known = before.find(
      ({ field, unit }) => field === each.field && unit === each.unit,
    );
    if (known && each.leftOut < 2 * known.recorded) {
      return { ...each, recorded: known.recorded };
    }
    news.push(each);
    return { ...each, recorded: each.leftOut };
  });
  return { stored, news };
}
