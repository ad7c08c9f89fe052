import type { SeverityChange } from 'backstage-plugin-postmortems-common';
import type { SourceService } from 'backstage-plugin-postmortems-node';
import type { PolicyBook } from '../policy/PolicyBook';
import { excludedBecause, judgeIncident } from './requiresPostmortem';
import type { CountingRules, Verdict } from './requiresPostmortem';
import type { IncidentState, SourceResponder } from './reduceChanges';
import { joinSeverities, mapSeverities } from './mapping/mapSeverities';
import type { SourceRules } from './mapping/SourceRules';
import { uniqueBy } from './uniqueBy';

/** An incident combined with those merged into it. */
export interface MergedIncident {
  startedAt: string;
  history: SeverityChange[];
  unknownSeverities: string[];
  services: SourceService[];
  responders: SourceResponder[];
  private: boolean;
  verdict: Verdict;
}

/**
 * Combines an incident with those merged into it, and decides whether the result requires a
 * postmortem. A merged drill is ignored.
 *
 * @param merged - incidents merged into this one that have no postmortem of their own
 */
export function mergedIncident(
  source: string,
  survivor: IncidentState,
  merged: IncidentState[],
  rules: { source: SourceRules; counting: CountingRules; book: PolicyBook },
): MergedIncident {
  const scale = rules.book.severities;
  const parts = merged.filter(
    part => !excludedBecause({ source, ...part }, rules.counting),
  );
  const own = mapSeverities(survivor.severities, rules.source, scale);
  const others = parts.map(part => ({
    ...mapSeverities(part.severities, rules.source, scale),
    mergedAt: part.mergedAt ?? part.startedAt,
  }));
  const all = [survivor, ...parts];
  const startedAt = all.map(each => each.startedAt).sort()[0];
  const history = joinSeverities(own.history, others, scale);
  const unknown = [
    ...new Set([own, ...others].flatMap(each => each.unknown)),
  ].sort();
  // A real incident still counts if it was merged into a drill.
  const excluded =
    parts.length === 0
      ? { labels: survivor.labels, drill: survivor.drill }
      : { labels: [], drill: false };
  return {
    startedAt,
    history,
    unknownSeverities: unknown,
    services: uniqueBy(
      all.flatMap(each => each.services),
      ({ id }) => id,
    ),
    responders: uniqueBy(
      all.flatMap(each => each.responders),
      ({ role, person }) => JSON.stringify([role, person.email ?? person.name]),
    ),
    private: all.some(each => each.private),
    verdict: judgeIncident(
      { source, ...excluded, startedAt, history, unknown },
      rules.counting,
      rules.book,
    ),
  };
}
