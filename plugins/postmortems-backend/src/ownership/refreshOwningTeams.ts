import { isDeepStrictEqual } from 'node:util';
import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { PostmortemRecord } from '../postmortem/PostmortemRecord';
import { lapseOfLeaver } from '../review/ports';
import { yieldToEventLoop } from '../kernel/yieldToEventLoop';
import { PLUGIN_ACTOR } from '../kernel/actor';
import { returnActionItems } from '../actionItem/ports';
import { saveFacts } from '../postmortem/change';
import type { OwnershipContext } from './context';
import type { Ownership } from '../team/ports';
import { LeaverCheck } from './LeaverCheck';

/** Postmortems per batch, each with one catalog request. */
const BATCH = 100;

/** Attempts per run for postmortems that change while their owners are being looked up. */
const ATTEMPTS = 3;

/**
 * Updates open postmortems to the current owners of their entities and their teams' current
 * calendar. Published postmortems keep their teams, but the teams of their open action items are
 * updated. Postmortems whose entities no longer exist keep their teams. When an owner leaves, the
 * postmortem or open action item goes back to the team.
 *
 * @returns the number of changed postmortems
 * @throws ServiceUnavailableError if the catalog is unavailable
 * @throws the first error for a single postmortem, after trying the others
 */
export async function refreshOwningTeams(
  ctx: OwnershipContext,
  auth: AuthService,
): Promise<number> {
  const credentials = await auth.getOwnServiceCredentials();
  const leavers = new LeaverCheck(ctx, credentials);
  try {
    return await refreshAll(ctx, leavers, credentials);
  } finally {
    await leavers.record();
  }
}

async function refreshAll(
  ctx: OwnershipContext,
  leavers: LeaverCheck,
  credentials: BackstageCredentials,
): Promise<number> {
  const failures: unknown[] = [];
  let changed = 0;
  let after = 0;
  for (;;) {
    const numbers = await ctx.postmortems.listNumbersWithOpenWork(ctx.knex, {
      after,
      limit: BATCH,
    });
    if (numbers.length === 0) break;
    after = numbers[numbers.length - 1];

    let outdated = numbers;
    for (let attempt = 0; attempt < ATTEMPTS && outdated.length; attempt++) {
      const result = await refreshBatch(ctx, outdated, leavers, credentials);
      changed += result.changed;
      failures.push(...result.failures);
      outdated = result.outdated;
    }
  }
  if (failures.length > 0) throw failures[0];
  return changed;
}

/**
 * @returns the counts, and the postmortems that changed in the meantime and must be refreshed again
 */
async function refreshBatch(
  ctx: OwnershipContext,
  numbers: number[],
  leavers: LeaverCheck,
  credentials: BackstageCredentials,
): Promise<{ changed: number; outdated: number[]; failures: unknown[] }> {
  const records = await ctx.postmortems.getMany(ctx.knex, numbers);
  const ownerships = await ctx.linking.ownershipOf(
    records.map(record => record.entityRefs),
    credentials,
  );
  const itemOwners = await ctx.actionItems.openOwnersOf(ctx.knex, numbers);
  const requests = await ctx.reviews.openRequests(ctx.knex, numbers);
  const left = await leavers.whoLeft([
    ...records.flatMap(({ status, ownerRef }) =>
      status === 'published' ? [] : ownerRef ?? [],
    ),
    ...[...itemOwners.values()].flat(),
    ...requests.map(({ reviewerRef }) => reviewerRef),
  ]);
  const failures: unknown[] = [];
  const isolated = async <T>(work: () => Promise<T>) => {
    try {
      return await work();
    } catch (error) {
      failures.push(error);
      return undefined;
    }
  };
  for (const request of requests) {
    if (!left.has(request.reviewerRef)) continue;
    await isolated(() => lapseOfLeaver(ctx, request));
  }
  const itemTeams = await ctx.actionItems.openTeamsOf(ctx.knex, numbers);
  const outdated: number[] = [];
  let changed = 0;
  for (const [index, record] of records.entries()) {
    const { number } = record;
    const ownership = ownerships[index];
    // In the common case, nothing has changed. Avoid a lock and a second read.
    if (
      isUpToDate(record, itemTeams.get(number) ?? [], ownership) &&
      !hasLeaver(record, itemOwners.get(number) ?? [], left)
    ) {
      continue;
    }
    const result = await isolated(() =>
      refreshOne(ctx, record, ownership, left),
    );
    if (result === 'changed') changed++;
    if (result === 'outdated') outdated.push(number);
    await yieldToEventLoop();
  }
  return { changed, outdated, failures };
}

/** @param record - the postmortem whose owners were looked up */
async function refreshOne(
  ctx: OwnershipContext,
  { number, revision }: PostmortemRecord,
  ownership: Ownership | undefined,
  left: ReadonlySet<string>,
): Promise<'changed' | 'same' | 'outdated'> {
  return ctx.knex.transaction(async tx => {
    const current = await ctx.postmortems.get(tx, number, { lock: true });
    if (!current) return 'same';
    // The affected entities may have changed since their owners were looked up.
    if (current.revision !== revision) return 'outdated';
    const followed = await followCatalog(ctx, tx, current, ownership, left);
    // Must run last, so that the action items' new teams are notified.
    await returnActionItems(ctx, tx, followed, left);
    return followed.revision === revision ? 'same' : 'changed';
  });
}

/** Updates the teams of a postmortem or, if it is published, of its open action items. */
async function followCatalog(
  ctx: OwnershipContext,
  tx: Knex,
  current: PostmortemRecord,
  ownership: Ownership | undefined,
  left: ReadonlySet<string>,
): Promise<PostmortemRecord> {
  if (current.status === 'published') {
    if (ownership) {
      await ctx.actionItems.setTeams(tx, current.number, ownership.teamRefs);
      await ctx.teams.ensure(tx, ownership.teamRefs);
    }
    return current;
  }
  const at = ctx.clock();
  const returned = returnToTeam(current, left, at);
  return saveFacts(
    ctx,
    tx,
    current,
    { ...ownership, ...returned?.facts },
    { actorRef: PLUGIN_ACTOR, at: at.toISOString(), ...returned?.why },
  );
}

/**
 * Whether a postmortem is already up to date with the catalog.
 *
 * @param itemTeams - the teams of each open action item
 * @param ownership - undefined if none of the affected entities exists anymore
 */
function isUpToDate(
  { status, teamRefs, calendar, deadline }: PostmortemRecord,
  itemTeams: string[][],
  ownership: Ownership | undefined,
): boolean {
  if (!ownership) return true;
  if (status === 'published') {
    return itemTeams.every(each => haveSame(each, ownership.teamRefs));
  }
  return (
    haveSame(teamRefs, ownership.teamRefs) &&
    // A running deadline keeps the calendar that it started with.
    (deadline !== undefined || isDeepStrictEqual(calendar, ownership.calendar))
  );
}

function haveSame(one: string[], other: string[]): boolean {
  return isDeepStrictEqual(new Set(one), new Set(other));
}

/** Whether the owner of the postmortem or of an open action item has left. */
function hasLeaver(
  { status, ownerRef }: PostmortemRecord,
  itemOwners: string[],
  left: ReadonlySet<string>,
): boolean {
  const owner = status === 'published' ? undefined : ownerRef;
  return [owner, ...itemOwners].some(ref => ref && left.has(ref));
}

function returnToTeam(
  { ownerRef }: PostmortemRecord,
  left: ReadonlySet<string>,
  now: Date,
) {
  if (!ownerRef || !left.has(ownerRef)) return undefined;
  return {
    facts: {
      ownerRef: undefined,
      ownerAcknowledgedAt: undefined,
      ownerSuggestion: undefined,
      ownerPendingSince: now.toISOString(),
    },
    why: {
      ownerGone: 'left' as const,
      reason: `Owner ${ownerRef} is no longer in the catalog.`,
    },
  };
}
