import type { SourceFactField } from 'backstage-plugin-postmortems-common';
import type { SourceFacts } from '../IncidentRecord';
import type { SeverityScale } from '../../policy/SeverityScale';
import { uniteSeverities } from '../mapping/mapSeverities';
import { uniqueBy } from '../uniqueBy';
import { contributorKey, withinLimits } from './leftOut';

/** Facts that determine the deadline. Those of several incidents are merged automatically. */
export const OBLIGATION_FIELDS = [
  'startedAt',
  'resolvedAt',
  'severityHistory',
] as const satisfies SourceFactField[];

/** The combined facts of all incidents in a postmortem, within its list limits. */
export function combineSourceFacts(
  own: SourceFacts,
  others: SourceFacts[],
  scale: SeverityScale,
): SourceFacts {
  return withinLimits(uniteSourceFacts(own, others, scale));
}

/**
 * Combines the facts of all incidents in a postmortem: the earliest start, the last resolution
 * (none while any is ongoing), the highest severity at any time, and restricted if any is private.
 *
 * @param own - facts of the incident that the postmortem follows
 */
export function uniteSourceFacts(
  own: SourceFacts,
  others: SourceFacts[],
  scale: SeverityScale,
): SourceFacts {
  if (others.length === 0) return own;
  const all = [own, ...others];
  return {
    title: own.title,
    outcome: all.some(({ outcome }) => outcome === 'incident')
      ? 'incident'
      : 'false-alarm',
    startedAt: all.map(({ startedAt }) => startedAt).sort()[0],
    mitigatedAt: latest(all.map(({ mitigatedAt }) => mitigatedAt)),
    resolvedAt: all.every(({ resolvedAt }) => resolvedAt)
      ? latest(all.map(({ resolvedAt }) => resolvedAt))
      : undefined,
    severityHistory: uniteSeverities(
      all.map(({ severityHistory }) => severityHistory),
      scale,
    ),
    entityRefs: [...new Set(all.flatMap(({ entityRefs }) => entityRefs))],
    commanderRef: all.find(({ commanderRef }) => commanderRef)?.commanderRef,
    contributors: uniqueBy(
      all.flatMap(({ contributors }) => contributors),
      contributorKey,
    ),
    links: uniqueBy(
      all.flatMap(({ links }) => links),
      ({ url }) => url,
    ),
    visibility: all.some(({ visibility }) => visibility === 'restricted')
      ? 'restricted'
      : 'internal',
  };
}

/** The latest of several ISO 8601 times in UTC. */
export function latest(times: (string | undefined)[]): string | undefined {
  return times
    .filter(time => time !== undefined)
    .sort()
    .pop();
}
