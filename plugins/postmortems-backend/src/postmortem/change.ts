import { isDeepStrictEqual } from 'node:util';
import type { Knex } from 'knex';
import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import type { Postmortem } from 'backstage-plugin-postmortems-common';
import type { PostmortemsServiceOptions } from 'backstage-plugin-postmortems-node';
import { isAmong } from '../kernel/access/Access';
import { toResource } from './accessFields';
import { counts } from './integrity/exceptions';
import { updateFacts } from '../search/ports';
import type { PostmortemFacts, PostmortemRecord } from './PostmortemRecord';
import { brokenBy } from './integrity/invariants';
import { exceptionFor } from './integrity/justification';
import { stepTo } from './integrity/recomputeDeadline';
import { changesContent } from './content';
import { assertStillVisible } from './assertStillVisible';
import { lostAccess } from './eventRecipients';
import { actorOf } from '../kernel/actor';
import { changesBetween } from './historyEntries';
import type { ChangeMeta } from './historyEntries';
import { assertRevision } from '../kernel/errors';
import { numberOf } from '../kernel/ids';
import { toPostmortem } from './present';
import { isPerson, record } from './recordHistory';
import type { PostmortemContext } from './context';

/**
 * Saves facts and everything derived from them in the caller's transaction: deadline, history,
 * search index and revision. Writes nothing if nothing changed.
 */
export async function saveFacts(
  ctx: PostmortemContext,
  tx: Knex,
  before: PostmortemRecord,
  changed: Partial<PostmortemFacts>,
  meta: ChangeMeta,
): Promise<PostmortemRecord> {
  const step = stepTo(before, changed, meta, ctx.policy);
  const { after } = step;
  const exception = exceptionFor(
    { ...step, ...meta },
    ctx.policy.severities,
    new Date(meta.at),
  );

  await assertInvariants(ctx, tx, before, after, meta);
  // People may lose access by handing over ownership, but not by any other change of their own.
  if (!meta.ownerGone) assertStillVisible(ctx, after);

  const entries = changesBetween(before, after, meta);
  if (entries.length === 0) return before;

  const saved = {
    ...after,
    contentRevision:
      before.contentRevision + (changesContent(before, after) ? 1 : 0),
    edited: before.edited || isPerson(meta.actorRef),
    revision: before.revision + 1,
    updatedAt: meta.at,
  };
  await ctx.postmortems.update(tx, saved);
  if (!isDeepStrictEqual(before.teamRefs, saved.teamRefs)) {
    await ctx.teams.ensure(tx, saved.teamRefs);
    await ctx.actionItems.setTeams(tx, saved.number, saved.teamRefs);
  }
  await record(ctx, tx, saved.number, entries, lostAccess(before, saved));
  await ctx.notifier.factsChanged(tx, before, saved, meta);
  await updateFacts(tx, saved, before);
  if (!exception) return saved;
  await ctx.exceptions.add(tx, saved.number, exception);
  return {
    ...saved,
    exceptions: saved.exceptions + (counts(exception) ? 1 : 0),
  };
}

/** @throws ConflictError if a change violates an invariant */
async function assertInvariants(
  ctx: PostmortemContext,
  tx: Knex,
  before: PostmortemRecord,
  after: PostmortemRecord,
  { because }: ChangeMeta,
): Promise<void> {
  // Skip changes by a source: it decides what is private, and its new facts aren't stored yet.
  const isOpened =
    before.visibility === 'restricted' &&
    after.visibility === 'internal' &&
    because?.by !== 'source';
  const covered = isOpened
    ? await ctx.incidents.ofPostmortem(tx, after.number)
    : [];
  const coversPrivate = covered.some(
    ({ visibility }) => visibility === 'restricted',
  );
  const [broken] = brokenBy(
    { ...before, coversPrivate },
    { ...after, coversPrivate },
  );
  if (broken) throw new ConflictError(broken);
}

/** A change of facts, with its history entry. */
export interface FactsChange
  extends Pick<ChangeMeta, 'reason' | 'ownerGone' | 'announce' | 'because'> {
  facts: Partial<PostmortemFacts>;
  /** Runs after saving, in the same transaction, and returns the current postmortem. */
  follow?: (saved: PostmortemRecord) => Promise<PostmortemRecord>;
}

/**
 * Changes facts in one transaction with optimistic locking.
 *
 * @param change - returns the facts to change, given the current state
 * @returns the saved postmortem
 * @throws NotFoundError
 * @throws StaleRevisionError
 */
export async function changeFacts(
  ctx: PostmortemContext,
  request: { params: { id: string }; ifMatch?: number },
  options: PostmortemsServiceOptions,
  change: (
    current: PostmortemRecord,
    tx: Knex,
    now: Date,
  ) => Promise<FactsChange>,
): Promise<Postmortem> {
  return ctx.knex.transaction(async tx => {
    const before = await loadForChange(ctx, tx, request.params.id);
    await assertUnchanged(ctx, tx, before, request.ifMatch, options);
    const now = ctx.clock();
    const { facts, follow, ...why } = await change(before, tx, now);
    const saved = await saveFacts(ctx, tx, before, facts, {
      actorRef: actorOf(options.credentials),
      at: now.toISOString(),
      ...why,
    });
    const after = follow ? await follow(saved) : saved;
    return toPostmortem(ctx, tx, after, options);
  });
}

/**
 * Checks the revision. Loads the current postmortem only for the error.
 *
 * @param ifMatch - the caller's revision; if undefined, skips the check
 * @throws StaleRevisionError if the revision differs
 */
export async function assertUnchanged(
  ctx: PostmortemContext,
  tx: Knex,
  postmortem: PostmortemRecord,
  ifMatch: number | undefined,
  options: PostmortemsServiceOptions,
): Promise<void> {
  if (ifMatch === undefined || ifMatch === postmortem.revision) return;
  assertRevision(await toPostmortem(ctx, tx, postmortem, options), ifMatch);
}

/**
 * Loads and locks a postmortem for a change. Writes pending live edits to its sections first.
 *
 * @throws NotFoundError if it does not exist or is not visible
 * @throws NotAllowedError if the caller cannot change it
 */
export async function loadForChange(
  ctx: PostmortemContext,
  tx: Knex,
  id: string,
): Promise<PostmortemRecord> {
  const found = await loadLocked(ctx, tx, id);
  const hasChanged = await ctx.liveTexts.write(tx, found);
  return hasChanged ? (await ctx.postmortems.get(tx, found.number))! : found;
}

/** Like `loadForChange`, but leaves live edits pending. */
export async function loadLocked(
  ctx: PostmortemContext,
  tx: Knex,
  id: string,
): Promise<PostmortemRecord> {
  return accessible(
    ctx,
    await ctx.postmortems.get(tx, numberOf(id), { lock: true }),
    id,
  );
}

/**
 * Loads a postmortem for reading.
 *
 * @throws NotFoundError if it does not exist or is not visible
 * @throws NotAllowedError if the caller lacks the permission
 */
export async function load(
  ctx: PostmortemContext,
  id: string,
): Promise<PostmortemRecord> {
  return accessible(ctx, await ctx.postmortems.get(ctx.knex, numberOf(id)), id);
}

/**
 * @throws NotFoundError if the postmortem doesn't exist or isn't visible, and NotAllowedError if
 *   the caller cannot perform the operation on it
 */
export function accessible(
  { access }: PostmortemContext,
  postmortem: PostmortemRecord | undefined,
  id: string,
): PostmortemRecord {
  if (!postmortem || !isAmong(access.visible, toResource(postmortem))) {
    throw new NotFoundError(`Postmortem ${id} not found`);
  }
  if (!isAmong(access.permitted, toResource(postmortem))) {
    throw new NotAllowedError(
      `You need the ${access.permission} permission for ${id}`,
    );
  }
  return postmortem;
}
