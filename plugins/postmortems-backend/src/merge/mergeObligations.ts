import { ConflictError } from '@backstage/errors';
import { LIMITS } from 'backstage-plugin-postmortems-common';
import type { MergeGain } from 'backstage-plugin-postmortems-common';
import type { PostmortemFacts } from '../postmortem/PostmortemRecord';
import { latest, uniteSeverities } from '../incident/ports';
import type { SeverityScale } from '../policy/SeverityScale';
import { improvements } from '../postmortem/integrity/improvements';
import type { JudgedFacts } from '../postmortem/integrity/improvements';

/** Facts of a postmortem or incident that determine whether and when a postmortem is due. */
export interface Obligation
  extends Pick<
    PostmortemFacts,
    'startedAt' | 'resolvedAt' | 'severityHistory' | 'entityRefs' | 'teamRefs'
  > {
  /**
   * Whether the facts come from a source. Then no resolution time means that the incident is
   * ongoing.
   */
  fromSource: boolean;
}

/** The facts of an {@link Obligation} after a merge. */
export type MergedObligation = Omit<Obligation, 'fromSource'>;

/**
 * Merges the facts of both sides: highest severity, last resolution, all affected entities. No
 * deadline runs while a source reports either side as ongoing. Otherwise, a side without a
 * resolution uses the other side's.
 *
 * @throws ConflictError if the result has too many entities
 */
export function mergeObligations(
  into: Obligation,
  other: Obligation,
  scale: SeverityScale,
): MergedObligation {
  const both = [into, other];
  const ongoing = both.some(each => each.fromSource && !each.resolvedAt);
  const entityRefs = [...new Set(both.flatMap(each => each.entityRefs))];
  assertWithinLimit(entityRefs, LIMITS.entityRefs, 'affected entities');
  return {
    startedAt: both.map(({ startedAt }) => startedAt).sort()[0],
    resolvedAt: ongoing
      ? undefined
      : latest(both.map(({ resolvedAt }) => resolvedAt)),
    severityHistory: uniteSeverities(
      both.map(({ severityHistory }) => severityHistory),
      scale,
    ),
    entityRefs,
    teamRefs: [...new Set(both.flatMap(({ teamRefs }) => teamRefs))].sort(),
  };
}

/** Whether two sides can be about the same incident: they overlap in time or share an entity. */
export function areRelated(
  one: Pick<Obligation, 'startedAt' | 'resolvedAt' | 'entityRefs'>,
  other: Pick<Obligation, 'startedAt' | 'resolvedAt' | 'entityRefs'>,
): boolean {
  const overlap =
    (!other.resolvedAt || one.startedAt <= other.resolvedAt) &&
    (!one.resolvedAt || other.startedAt <= one.resolvedAt);
  return overlap || one.entityRefs.some(ref => other.entityRefs.includes(ref));
}

/**
 * Finds how a merge improves compliance for one of its sides.
 *
 * @param side - the side before the merge; undefined while its severity is unknown
 * @param merged - the remaining postmortem after the merge
 * @param excused - whether the remaining postmortem has a waiver or extension, which would also
 * excuse the merged side, now or later
 * @param otherPolicy - whether the merge moves a side to a different policy version, which may
 * allow more time
 * @returns each improvement once
 */
export function gainsOfMerge(
  side: JudgedFacts | undefined,
  merged: JudgedFacts,
  {
    excused,
    otherPolicy,
    now,
  }: { excused: boolean; otherPolicy: boolean; now: Date },
): MergeGain[] {
  const found = side ? improvements(side, merged, now) : [];
  return [
    ...new Set<MergeGain>([
      ...found,
      ...(otherPolicy ? ['later-deadline' as const] : []),
      ...(excused ? ['excused' as const] : []),
    ]),
  ];
}

/** @throws ConflictError if a merged list is too long, so that nothing is left out silently */
export function assertWithinLimit(
  merged: unknown[],
  limit: number,
  what: string,
): void {
  if (merged.length > limit) {
    throw new ConflictError(
      `The merged postmortem would have ${merged.length} ${what}; the limit is ${limit}. Remove some first`,
    );
  }
}
