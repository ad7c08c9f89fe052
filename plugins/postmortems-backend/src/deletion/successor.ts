import type { Knex } from 'knex';
import type {
  PostmortemFacts,
  PostmortemRecord,
} from '../postmortem/PostmortemRecord';
import type { PolicyBook } from '../policy/PolicyBook';
import { idOf } from '../kernel/ids';
import { recordWithoutEdit } from '../postmortem/recordHistory';
import { evaluateUnderPolicy } from '../postmortem/integrity/evaluateUnderPolicy';
import { knownEntries } from '../postmortem/integrity/factEntries';
import { updateFacts } from '../search/ports';
import type { DeletionContext } from './context';

/** Author, time and reason of a deletion. */
export interface DeletedBy {
  actorRef: string;
  at: string;
  reason: string;
}

/**
 * Creates the draft that replaces a deleted postmortem. It keeps the facts about the incident but
 * not the content. It is never due later than the deleted postmortem was, and that postmortem's
 * completion or waiver no longer counts.
 */
export function successorOf(
  deleted: PostmortemRecord,
  by: DeletedBy,
  book: PolicyBook,
): Omit<PostmortemRecord, 'number'> {
  const facts: PostmortemFacts = {
    title: deleted.title,
    severityHistory: deleted.severityHistory,
    outcome: deleted.outcome,
    startedAt: deleted.startedAt,
    detectedAt: deleted.detectedAt,
    mitigatedAt: deleted.mitigatedAt,
    resolvedAt: deleted.resolvedAt,
    entityRefs: deleted.entityRefs,
    teamRefs: deleted.teamRefs,
    calendar: deleted.calendar,
    ownerPendingSince: by.at,
    commanderRef: deleted.commanderRef,
    contributors: deleted.contributors,
    labels: deleted.labels,
    links: deleted.links,
    status: 'draft',
    publications: [],
    reviewerRefs: [],
    visibility: deleted.visibility,
    imported: deleted.imported && { ...deleted.imported, claims: {} },
    // Publications and meetings before the deletion don't complete the successor.
    attachedAt: by.at,
  };
  return {
    ...facts,
    governingSeverity: deleted.governingSeverity,
    governingRank: deleted.governingRank,
    required: deleted.required,
    ...deadlineOf(deleted, facts, book),
    claimed: false,
    importKey: deleted.importKey,
    edited: false,
    origin: deleted.origin,
    factEntries: knownEntries(deleted),
    exceptions: 0,
    deletions: deleted.deletions + 1,
    contentRevision: 1,
    revision: 1,
    createdAt: by.at,
    createdBy: by.actorRef,
    updatedAt: by.at,
  };
}

/** The deleted postmortem's deadline, without its extension. */
function deadlineOf(
  deleted: PostmortemRecord,
  facts: PostmortemFacts,
  book: PolicyBook,
): Pick<PostmortemRecord, 'deadline' | 'warnAt'> {
  const { deadline, warnAt, extension } = deleted;
  if (!extension || !deadline) return { deadline, warnAt };
  const judged = evaluateUnderPolicy(facts, book);
  return judged.deadline && judged.deadline.dueAt < deadline.dueAt
    ? { deadline: judged.deadline, warnAt: judged.warnAt }
    : { deadline, warnAt };
}

/**
 * Inserts the successor of a postmortem, with everything that is kept when the content is deleted.
 */
export async function insertSuccessor(
  ctx: DeletionContext,
  tx: Knex,
  deleted: PostmortemRecord,
  by: DeletedBy,
): Promise<PostmortemRecord> {
  if (deleted.importKey) {
    await ctx.postmortems.clearImportKey(tx, deleted.number);
  }
  const successor = await ctx.postmortems.insert(
    tx,
    successorOf(deleted, by, ctx.policy),
  );
  await ctx.teams.ensure(tx, successor.teamRefs);
  await recordWithoutEdit(ctx, tx, successor.number, [
    {
      ...by,
      action: 'replacement-created',
      before: idOf(deleted.number),
      after: successor.title,
    },
  ]);
  await updateFacts(tx, successor);
  await ctx.exceptions.handOver(tx, deleted.number, successor.number);
  await ctx.involvement.carryOver(tx, deleted.number, successor.number);
  return successor;
}
