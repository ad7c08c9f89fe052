import { ConflictError, InputError } from '@backstage/errors';
import { LIMITS } from 'backstage-plugin-postmortems-common';
import type { MergeGain } from 'backstage-plugin-postmortems-common';
import type { PostmortemsServiceOptions } from 'backstage-plugin-postmortems-node';
import type { Knex } from 'knex';
import type { NewComplianceException } from '../postmortem/integrity/exceptions';
import type { IncidentRecord } from '../incident/ports';
import type {
  FactEntries,
  PostmortemFacts,
  PostmortemRecord,
} from '../postmortem/PostmortemRecord';
import { describe, judged } from '../postmortem/integrity/justification';
import {
  areRelated,
  assertWithinLimit,
  gainsOfMerge,
  mergeObligations,
} from './mergeObligations';
import type { Obligation } from './mergeObligations';
import type { JudgedFacts } from '../postmortem/integrity/improvements';
import { checkTimes } from '../postmortem/checkTimes';
import { complianceStatus } from '../policy/complianceStatus';
import { userOf } from '../kernel/actor';
import type { ChangeMeta } from '../postmortem/historyEntries';
import { idOf } from '../kernel/ids';
import { handIncidentsOver } from './incidentHandover';
import { assertIndependent } from '../postmortem/assertIndependent';
import type { MergedFacts } from './retire';
import { evaluateUnderPolicy } from '../postmortem/integrity/evaluateUnderPolicy';
import { knownEntries } from '../postmortem/integrity/factEntries';
import { stepTo } from '../postmortem/integrity/recomputeDeadline';
import { saveFacts } from '../postmortem/change';
import type { DeletionContext } from '../deletion/ports';

/** A postmortem with the incidents that it covers. */
export interface Covering {
  postmortem: PostmortemRecord;
  incidents: IncidentRecord[];
}

/** The side that is merged in: an incident with its draft, if any, or a duplicate postmortem. */
export interface Addition {
  /** The draft or duplicate that the remaining postmortem replaces. */
  replaced?: PostmortemRecord;
  incidents: IncidentRecord[];
}

/** The planned result of a merge. */
export interface MergePlan {
  facts: Partial<PostmortemFacts>;
  after: PostmortemRecord;
  gains: MergeGain[];
  /** When the merged side's facts were first entered. */
  entered: FactEntries;
  /** The entry for the exceptions report. */
  entry: Partial<NewComplianceException>;
}

/** The incident that a postmortem follows. */
export function followed(
  incidents: IncidentRecord[],
): IncidentRecord | undefined {
  return incidents.find(({ base }) => base);
}

/** @throws ConflictError if the two can't be merged, regardless of permissions */
export function assertMergeable(
  { postmortem }: Covering,
  { replaced, incidents }: Addition,
): void {
  const id = idOf(postmortem.number);
  const what = replaced ? idOf(replaced.number) : 'The incident';
  if (postmortem.status === 'published') {
    throw new ConflictError(
      `${id} is published, and its publication covers only the incidents that were linked to it at that time. Reopen ${id} before you merge anything into it`,
    );
  }
  if (postmortem.claimed) {
    throw new ConflictError(
      `The import of ${id} hasn't been confirmed. Ask someone who wasn't involved in ${id} to verify its publication, meeting, waiver or extension and confirm the import first`,
    );
  }
  if (replaced?.status === 'published') {
    throw new ConflictError(
      `${what} is published. Merge ${id} into ${what}, or reopen ${what} first`,
    );
  }
  const restricted = [replaced, ...incidents].some(
    each => each?.visibility === 'restricted',
  );
  if (restricted && postmortem.visibility !== 'restricted') {
    throw new ConflictError(
      replaced?.visibility === 'restricted'
        ? `${what} is restricted and ${id} is not. Restrict ${id} first`
        : `The incident is private and ${id} is not restricted. Restrict ${id} first`,
    );
  }
  const others = replaced ? [replaced] : incidents;
  if (!others.some(other => areRelated(postmortem, other))) {
    throw new ConflictError(
      `${what} and ${id} do not overlap in time or share an affected entity. If they belong together, correct the times or the affected entities first`,
    );
  }
}

/** Computes the result of a merge. */
export function planMerge(
  ctx: DeletionContext,
  into: Covering,
  addition: Addition,
  meta: ChangeMeta,
): MergePlan {
  const { postmortem } = into;
  const { replaced, incidents } = addition;
  const other = obligationOf(addition);
  const merged = mergeObligations(
    {
      ...postmortem,
      fromSource: followed(into.incidents) !== undefined,
    },
    other,
    ctx.policy.severities,
  );
  const facts: Partial<PostmortemFacts> = {
    ...merged,
    attachedAt: meta.at,
    ...(replaced?.edited && peopleOf(postmortem, replaced)),
  };
  const now = new Date(meta.at);
  checkTimes({ ...postmortem, ...facts }, now);
  const { after } = stepTo(
    postmortem,
    facts,
    { ...meta, because: { by: 'exception', kind: 'merged' } },
    ctx.policy,
  );
  const scale = ctx.policy.severities;
  const before = judged(postmortem, scale);
  const owed = replaced ? judged(replaced, scale) : judgedAs(ctx, other);
  const afterwards = judged(after, scale);
  const excused =
    postmortem.extension !== undefined ||
    (postmortem.waiver !== undefined &&
      !(new Date(postmortem.waiver.expiresAt ?? Infinity) <= now));
  const policyAt = (startedAt: string) =>
    ctx.policy.policyFor(new Date(startedAt));
  const otherPolicy = [postmortem, other].some(
    each => policyAt(each.startedAt) !== policyAt(merged.startedAt),
  );
  const gainsOf = (side: JudgedFacts | undefined) =>
    gainsOfMerge(side, afterwards, { excused, otherPolicy, now });
  const gains = [...new Set([...gainsOf(owed), ...gainsOf(before)])];
  // The exceptions report shows the side whose compliance improves, or the merged side if neither
  // improves.
  const shown =
    owed && (gainsOf(owed).length > 0 || gainsOf(before).length === 0)
      ? owed
      : before;
  return {
    facts,
    after,
    gains,
    entered: entriesOf(other, replaced),
    entry: {
      field: undefined,
      before: snapshotOf(postmortem),
      after: {
        ...snapshotOf(after),
        into: postmortem.number,
        incidents: incidents.map(({ rowId }) => rowId),
      },
      statusBefore: complianceStatus(shown, now),
      statusAfter: complianceStatus(afterwards, now),
      dueBefore: shown.dueAt?.toISOString(),
      dueAfter: afterwards.dueAt?.toISOString(),
    },
  };
}

/** @throws NotAllowedError if the merge improves compliance and the caller isn't independent */
export async function assertMayGain(
  ctx: DeletionContext,
  tx: Knex,
  gains: MergeGain[],
  sides: (PostmortemRecord | undefined)[],
  { credentials }: PostmortemsServiceOptions,
): Promise<void> {
  if (gains.length === 0) return;
  const what = `A merge that relaxes the deadline or the compliance status (${describe(
    gains,
  )})`;
  const user = userOf(
    credentials,
    `Approving a merge that relaxes the deadline or the compliance status (${describe(
      gains,
    )})`,
  );
  for (const side of sides) {
    if (side) await assertIndependent(ctx, tx, side, user, what);
  }
}

/**
 * Merges one side into the remaining postmortem and moves its incidents there.
 *
 * @returns the merged postmortem
 * @throws ConflictError if the two can't be merged
 * @throws NotAllowedError or InputError if the merge improves compliance and the caller isn't
 * independent or gives no reason
 */
export async function merge(
  ctx: DeletionContext,
  tx: Knex,
  into: Covering,
  addition: Addition,
  meta: ChangeMeta & Required<Pick<ChangeMeta, 'attached'>>,
  options: PostmortemsServiceOptions,
): Promise<PostmortemRecord> {
  const { postmortem } = into;
  const { replaced, incidents } = addition;
  assertMergeable(into, addition);
  const plan = planMerge(ctx, into, addition, meta);
  const { gains } = plan;
  await assertMayGain(ctx, tx, gains, [postmortem, replaced], options);
  if (gains.length > 0 && !meta.reason) {
    throw new InputError(
      `reason is required because this merge relaxes the deadline or the compliance status (${describe(
        gains,
      )})`,
    );
  }
  await saveFacts(ctx, tx, postmortem, plan.facts, {
    ...meta,
    because: {
      by: 'exception',
      kind: meta.attached.action === 'incident-covered' ? 'covered' : 'merged',
      ...(replaced && { subjectId: idOf(replaced.number) }),
      entered: plan.entered,
      entry: plan.entry,
    },
  });
  await handIncidentsOver(ctx, tx, incidents, {
    to: postmortem.number,
    followed: followed(into.incidents),
    now: new Date(meta.at),
  });
  return plan.after;
}

/**
 * When the merged side's facts were first entered. This isn't recorded for an incident without a
 * draft, so its own times are used.
 */
function entriesOf(
  other: Obligation,
  replaced: PostmortemRecord | undefined,
): FactEntries {
  if (replaced) return knownEntries(replaced);
  const { startedAt, resolvedAt } = other;
  return { startedAt, resolvedAt };
}

/** The merged side's facts that determine its deadline. */
function obligationOf({ replaced, incidents }: Addition): Obligation {
  const [incident] = incidents;
  if (replaced) {
    return { ...replaced, fromSource: followed(incidents) !== undefined };
  }
  if (!incident.theirs) {
    throw new ConflictError(
      'The incident is still being processed. Try again in a minute',
    );
  }
  return {
    ...incident.theirs,
    entityRefs: incident.entityRefs,
    teamRefs: incident.teamRefs,
    fromSource: true,
  };
}

/**
 * The compliance facts for an incident without a postmortem; undefined while its severity is
 * unknown.
 */
function judgedAs(
  { policy }: DeletionContext,
  owed: Obligation,
): JudgedFacts | undefined {
  if (owed.severityHistory.length === 0) return undefined;
  const verdict = evaluateUnderPolicy({ ...owed, publications: [] }, policy);
  return judged({ ...verdict, claimed: false }, policy.severities);
}

/**
 * Keeps the duplicate's people connected to the remaining postmortem, and gives it an owner if it
 * has none.
 *
 * @throws ConflictError if they are too many
 */
function peopleOf(
  into: PostmortemRecord,
  { contributors, ...replaced }: PostmortemRecord,
): Partial<PostmortemFacts> {
  const known = new Set(
    into.contributors.map(({ userRef, role }) => `${userRef} ${role}`),
  );
  const added = contributors.filter(
    ({ userRef, role }) => !known.has(`${userRef} ${role}`),
  );
  const people = [...into.contributors, ...added];
  assertWithinLimit(people, LIMITS.contributors, 'contributors');
  return {
    contributors: people,
    commanderRef: into.commanderRef ?? replaced.commanderRef,
    ...(!into.ownerRef &&
      replaced.ownerRef && {
        ownerRef: replaced.ownerRef,
        ownerAcknowledgedAt: replaced.ownerAcknowledgedAt,
        ownerPendingSince: replaced.ownerPendingSince,
        ownerSuggestion: undefined,
      }),
  };
}

/** The facts that a merge changes, saved so that it can be undone. */
function snapshotOf(postmortem: PostmortemRecord): MergedFacts {
  const { startedAt, resolvedAt, severityHistory } = postmortem;
  const { entityRefs, teamRefs, attachedAt } = postmortem;
  return {
    startedAt,
    resolvedAt,
    severityHistory,
    entityRefs,
    teamRefs,
    attachedAt,
  };
}
