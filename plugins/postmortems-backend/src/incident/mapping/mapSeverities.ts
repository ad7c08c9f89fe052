import type { SeverityChange } from 'backstage-plugin-postmortems-common';
import type { SeverityScale } from '../../policy/SeverityScale';
import type { SourceSeverityChange } from '../reduceChanges';
import { mapSeverity } from './SourceRules';
import type { SourceRules } from './SourceRules';

/** An incident's mapped severities. */
export interface MappedSeverities {
  /** Severities with their start times. Periods without a severity are omitted. */
  history: SeverityChange[];
  /** Unmapped severities. */
  unknown: string[];
}

/** Maps a source's severity history to severity ids. */
export function mapSeverities(
  words: SourceSeverityChange[],
  rules: Pick<SourceRules, 'severities' | 'portal'>,
  scale: SeverityScale,
): MappedSeverities {
  const unknown = new Set<string>();
  const history: SeverityChange[] = [];
  for (const { severity: word, at } of words) {
    if (word === undefined) continue;
    const severity = mapSeverity(word, rules, scale);
    if (severity === undefined) unknown.add(word);
    else history.push({ severity, at });
  }
  return { history: withoutRepeats(history), unknown: [...unknown].sort() };
}

/**
 * Merges an incident's severities with those of incidents merged into it. The highest at any time
 * counts; a merged incident counts until its merge. Therefore merging a severe incident into a
 * minor one doesn't downgrade it.
 */
export function joinSeverities(
  survivor: SeverityChange[],
  merged: { history: SeverityChange[]; mergedAt: string }[],
  scale: SeverityScale,
): SeverityChange[] {
  const steps = [
    ...survivor.map(change => ({ of: 0, ...change })),
    ...merged.flatMap(({ history, mergedAt }, index) => [
      ...history
        .filter(({ at }) => at < mergedAt)
        .map(change => ({ of: index + 1, ...change })),
      { of: index + 1, at: mergedAt, severity: undefined },
    ]),
  ].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));

  const current = new Map<number, string>();
  const joined = steps.flatMap(({ of, at, severity }) => {
    if (severity === undefined) current.delete(of);
    else current.set(of, severity);
    const all = [...current.values()].map(each => ({ severity: each }));
    return all.length > 0 ? [{ severity: scale.governing(all), at }] : [];
  });
  return withoutRepeats(joined);
}

/**
 * Merges the severity histories of all incidents in a postmortem. At each time, the highest
 * severity applies.
 *
 * @param histories - each oldest first
 */
export function uniteSeverities(
  histories: SeverityChange[][],
  scale: SeverityScale,
): SeverityChange[] {
  const steps = histories
    .flatMap((history, of) => history.map(change => ({ of, change })))
    .sort((a, b) => Date.parse(a.change.at) - Date.parse(b.change.at));
  const current = new Map<number, SeverityChange>();
  const united = steps.map(({ of, change }) => {
    current.set(of, change);
    const severity = scale.governing([...current.values()]);
    return change.severity === severity ? change : { severity, at: change.at };
  });
  return withoutRepeats(united);
}

function withoutRepeats(history: SeverityChange[]): SeverityChange[] {
  return history.filter(
    ({ severity, declaredByMistake }, index) =>
      severity !== history[index - 1]?.severity ||
      declaredByMistake !== history[index - 1]?.declaredByMistake,
  );
}
