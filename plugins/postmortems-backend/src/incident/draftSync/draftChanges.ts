import { isDeepStrictEqual } from 'node:util';
import type { Knex } from 'knex';
import type {
  LeftOut,
  SeverityChange,
  SourceFactField,
} from 'backstage-plugin-postmortems-common';
import type { Ownership } from '../../team/ports';
import type { IncidentRecord, SourceFacts } from '../IncidentRecord';
import type { PostmortemRecord } from '../../postmortem/PostmortemRecord';
import { checkTimes } from '../../postmortem/checkTimes';
import { idOf } from '../../kernel/ids';
import { insertPostmortem } from '../../postmortem/create';
import { announce, record } from '../../postmortem/recordHistory';
import { saveFacts } from '../../postmortem/change';
import type { SeverityScale } from '../../policy/SeverityScale';
import type { IncidentContext } from '../context';
import {
  SOURCE_FACT_FIELDS,
  baseOfAgreed,
  factState,
  mergeFacts,
} from './mergeFacts';
import type { FactsInThree } from './mergeFacts';
import type { IncidentGroup } from './readGroup';
import { uniteSeverities } from '../mapping/mapSeverities';
import { syncTimeline } from './timelineLines';

/** The author and time of a change. */
export interface By {
  actorRef: string;
  at: string;
}

/** The actor recorded in the history for changes by a source. */
export function actorOfSource(source: string): string {
  return `incident-source:${source}`;
}

const TIMES: SourceFactField[] = ['startedAt', 'mitigatedAt', 'resolvedAt'];

/** Creates an incident's initial, untouched draft. */
export async function createDraft(
  ctx: IncidentContext,
  tx: Knex,
  theirs: SourceFacts,
  ownership: Ownership,
  by: By,
): Promise<PostmortemRecord> {
  checkTimes(theirs, ctx.clock());
  return insertPostmortem(
    ctx,
    tx,
    {
      ...theirs,
      ...ownership,
      labels: [],
      status: 'draft',
      publications: [],
      reviewerRefs: [],
      ownerPendingSince: by.at,
    },
    { actorRef: by.actorRef, action: 'created', edited: false },
  );
}

/** Removes an untouched draft that is no longer required. */
export async function removeDraft(
  ctx: IncidentContext,
  tx: Knex,
  postmortem: PostmortemRecord,
  incident: IncidentRecord,
  by: By & { reason: string },
): Promise<void> {
  await announce(ctx, tx, postmortem.number, [
    { ...by, action: 'deleted', before: postmortem.title },
  ]);
  await ctx.postmortems.delete(tx, postmortem.number);
  await ctx.incidents.forgetLines(tx, incident.rowId);
}

/**
 * Records that an incident was merged into another, whose postmortem now covers both. Earlier
 * publications of that postmortem don't cover the merged incident.
 */
export async function attachPart(
  ctx: IncidentContext,
  tx: Knex,
  target: PostmortemRecord,
  incident: IncidentRecord,
  by: By,
): Promise<void> {
  if (target.publications.length === 0) return;
  await saveFacts(
    ctx,
    tx,
    target,
    { attachedAt: by.at },
    {
      ...by,
      attached: { action: 'incident-covered', after: incident.title },
      because: { by: 'exception', kind: 'covered' },
    },
  );
}

/** Merges the source's facts into a postmortem, without saving. */
export function followSource(
  postmortem: PostmortemRecord,
  base: SourceFacts,
  theirs: SourceFacts,
  scale: SeverityScale,
  now: Date,
): { facts: Partial<SourceFacts>; base: SourceFacts } {
  const three: FactsInThree = { base, ours: postmortem, theirs };
  if (postmortem.status === 'published') {
    const isPrivate = theirs.visibility === 'restricted';
    return {
      // Restrict a private incident's postmortem right away.
      facts: isPrivate ? { visibility: 'restricted' } : {},
      base: baseOfAgreed(
        isPrivate
          ? { ...three, ours: { ...three.ours, visibility: 'restricted' } }
          : three,
      ),
    };
  }
  const merged = keepingAll(three, mergeFacts(three), scale);
  try {
    checkTimes({ ...postmortem, ...merged.facts }, now);
    return merged;
  } catch {
    // A person's times mixed with the source's could be inconsistent, so a person must choose.
    return keepingAll(
      three,
      mergeFacts(
        three,
        SOURCE_FACT_FIELDS.filter(field => !TIMES.includes(field)),
      ),
      scale,
    );
  }
}

/**
 * Enforces the rules that every sync must keep: the governing severity never drops, a higher
 * reported severity governs, and a private incident stays restricted.
 */
function keepingAll(
  { ours, theirs }: FactsInThree,
  { facts, base }: ReturnType<typeof mergeFacts>,
  scale: SeverityScale,
): ReturnType<typeof mergeFacts> {
  const kept = { facts: { ...facts }, base: { ...base } };
  const { severityHistory } = facts;
  if (severityHistory) {
    kept.facts.severityHistory = scale.keepPeak(
      ours.severityHistory,
      severityHistory,
    );
    const isUndecided = !isDeepStrictEqual(
      base.severityHistory,
      theirs.severityHistory,
    );
    // Corrected severities stay marked as declared by mistake.
    const reported = scale.keepMistakes(
      ours.severityHistory,
      theirs.severityHistory,
    );
    if (isUndecided && isHigher(reported, kept.facts.severityHistory, scale)) {
      kept.facts.severityHistory = uniteSeverities(
        [severityHistory, reported],
        scale,
      );
      kept.base.severityHistory = theirs.severityHistory;
    }
  }
  if (theirs.visibility === 'restricted') {
    kept.facts.visibility = 'restricted';
    kept.base.visibility = 'restricted';
  }
  return kept;
}

function isHigher(
  one: SeverityChange[],
  other: SeverityChange[],
  scale: SeverityScale,
): boolean {
  return (
    one.length > 0 &&
    scale.compare(scale.governing(one), scale.governing(other)) < 0
  );
}

/**
 * Syncs a postmortem with its source and records conflicts for a person to resolve.
 *
 * @param ownership - owners of the affected entities after the sync
 * @returns the new merge base, and the omitted source data
 */
export async function updatePostmortem(
  ctx: IncidentContext,
  tx: Knex,
  postmortem: PostmortemRecord,
  group: IncidentGroup,
  theirs: SourceFacts,
  ownership: Ownership,
  by: By,
): Promise<{ base: SourceFacts; saved: SourceFacts; leftOut: LeftOut[] }> {
  const { base: before = theirs, theirs: saidBefore = theirs } = group.incident;
  const { facts, base } = followSource(
    postmortem,
    before,
    theirs,
    ctx.policy.severities,
    ctx.clock(),
  );
  const saved = await saveFacts(
    ctx,
    tx,
    postmortem,
    'entityRefs' in facts ? { ...facts, ...ownership } : facts,
    { ...by, because: { by: 'source' } },
  );
  const leftOut =
    saved.status === 'published'
      ? []
      : await syncTimeline(ctx, tx, saved.number, group, by);

  const differing = SOURCE_FACT_FIELDS.filter(field => {
    const differs = (said: SourceFacts, agreed: SourceFacts) =>
      factState(field, { base: agreed, ours: saved, theirs: said }) ===
      'differs';
    return (
      differs(theirs, base) &&
      !(
        differs(saidBefore, before) &&
        JSON.stringify(saidBefore[field]) === JSON.stringify(theirs[field])
      )
    );
  });
  if (differing.length > 0) {
    await ctx.postmortems.touchFacts(tx, saved.number, by.at);
    await record(
      ctx,
      tx,
      saved.number,
      differing.map(field => ({
        ...by,
        action: 'source-fact-differed' as const,
        field,
        before: saved[field],
        after: theirs[field],
      })),
    );
  }
  return { base, saved, leftOut };
}

/** Records omitted source data in the history. */
export async function recordLeftOut(
  ctx: IncidentContext,
  tx: Knex,
  postmortem: number,
  leftOut: LeftOut[],
  by: By,
): Promise<void> {
  if (leftOut.length === 0) return;
  await record(
    ctx,
    tx,
    postmortem,
    leftOut.map(each => ({
      ...by,
      action: 'source-data-left-out' as const,
      field: each.field,
      after: each,
    })),
  );
}

/** The reason in the history for removing an untouched draft. */
export function reasonToRemove(survivor: IncidentRecord | undefined): string {
  if (!survivor) return 'The incident requires no postmortem after all.';
  const { postmortem, title } = survivor;
  return `The incident was merged into ${title}${
    postmortem ? ` (${idOf(postmortem)})` : ''
  }.`;
}
