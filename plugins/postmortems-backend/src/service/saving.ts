/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { isDeepStrictEqual } from 'node:util';
import type { Knex } from 'knex';
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import type { Postmortem } from 'backstage-plugin-postmortems-common';
import type { PostmortemsServiceOptions } from 'backstage-plugin-postmortems-node';
import { isAmong } from '../access/Access';
import { toResource } from '../access/toResource';
import { indexTerms } from '../database/terms';
import type {
  PostmortemFacts,
  PostmortemRecord,
  PostmortemVerdict,
} from '../database/PostmortemRecord';
import { changesContent } from '../lifecycle';
import { deadlineFacts } from '../policy';
import type { PolicyBook } from '../policy';
import { actorOf } from './actor';
import { changesBetween } from './changes';
import type { ChangeMeta } from './changes';
import { assertRevision } from './errors';
import { tellOfOwner } from './ownerMessages';
import { idOf, numberOf } from './ids';
import { toPostmortem } from './present';
import { isPerson, record } from './recording';
import { tellOfPublication, tellReviewers } from './reviewMessages';
import type { ServiceContext } from './ServiceContext';

/** The facts that decide the deadline. While they stay, so does the deadline. */
const DECISIVE = [
  'startedAt',
  'resolvedAt',
  'severityHistory',
  'extension',
  'calendar',
] as const;

/** Judges facts by the policy that was in force when the incident started. */
export function judge(
  facts: PostmortemFacts,
  book: PolicyBook,
): PostmortemVerdict {
  const {
    governingSeverity,
    governingRank,
    required,
    deadline,
    warnAt,
    policy,
  } = deadlineFacts(
    {
      startedAt: new Date(facts.startedAt),
      resolvedAt: facts.resolvedAt ? new Date(facts.resolvedAt) : undefined,
      severityHistory: facts.severityHistory,
      extension: facts.extension,
      calendarOverrides: facts.calendar,
    },
    book,
  );
  return {
    governingSeverity,
    governingRank,
    required,
    deadline,
    warnAt: warnAt?.toISOString(),
    completedAt:
      policy.satisfiedBy === 'meeting-held'
        ? facts.meetingHeldAt
        : facts.publishedAt,
  };
}

/**
 * Saves changed facts with all that follows from them, in the caller's transaction: the deadline,
 * the history, the search terms, and the next revision. Where nothing differs, nothing is written.
 * A deadline is judged anew only where a fact that decides it changed, so that a later edit of
 * the configuration does not rewrite the past.
 */
export async function saveFacts(
  ctx: ServiceContext,
  tx: Knex,
  before: PostmortemRecord,
  changed: Partial<PostmortemFacts>,
  meta: ChangeMeta,
): Promise<PostmortemRecord> {
  const facts = { ...before, ...changed };
  const verdict = judge(facts, ctx.policy);
  const decided = DECISIVE.some(
    field => !isDeepStrictEqual(before[field], facts[field]),
  );
  const after: PostmortemRecord = decided
    ? { ...facts, ...verdict }
    : { ...facts, completedAt: verdict.completedAt };

  const entries = changesBetween(before, after, meta);
  if (entries.length === 0) return before;

  const saved = {
    ...after,
    contentRevision:
      before.contentRevision + (changesContent(before, after) ? 1 : 0),
    begun: before.begun || isPerson(meta.actorRef),
    revision: before.revision + 1,
    updatedAt: meta.at,
  };
  await ctx.postmortems.update(tx, saved);
  if (!isDeepStrictEqual(before.teamRefs, saved.teamRefs)) {
    await ctx.teams.ensure(tx, saved.teamRefs);
    await ctx.actionItems.setTeams(tx, saved.number, saved.teamRefs);
  }
  await record(ctx, tx, saved.number, entries);
  if (before.ownerRef !== saved.ownerRef) {
    await tellOfOwner(ctx, tx, saved, meta);
  }
  await tellReviewers(ctx, tx, before, saved, meta);
  if (meta.announce) await tellOfPublication(ctx, tx, saved, meta);
  await reindex(ctx, tx, saved);
  return saved;
}

/** Renews the words that the postmortem is found by. */
export async function reindex(
  ctx: ServiceContext,
  tx: Knex,
  postmortem: PostmortemRecord,
): Promise<void> {
  const summary = await ctx.sections.get(tx, postmortem.number, 'summary');
  await ctx.postmortems.setTerms(
    tx,
    postmortem.number,
    indexTerms([
      idOf(postmortem.number),
      postmortem.title,
      ...postmortem.labels,
      summary.markdown,
    ]),
  );
}

/** Facts to change, and what the history shall say of it. */
export interface FactsChange
  extends Pick<ChangeMeta, 'reason' | 'ownerGone' | 'announce'> {
  facts: Partial<PostmortemFacts>;
}

/**
 * Changes facts of a postmortem in one transaction, if it still has the revision expected.
 *
 * @param change - given the current state, returns the facts to change and why
 * @returns the postmortem as it is then
 * @throws NotFoundError
 * @throws StaleRevisionError
 */
export async function changeFacts(
  ctx: ServiceContext,
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
    const { ifMatch } = request;
    if (ifMatch !== undefined && ifMatch !== before.revision) {
      assertRevision(await toPostmortem(ctx, tx, before, options), ifMatch);
    }
    const now = ctx.clock();
    const { facts, ...why } = await change(before, tx, now);
    const after = await saveFacts(ctx, tx, before, facts, {
      actorRef: actorOf(options.credentials),
      at: now.toISOString(),
      ...why,
    });
    return toPostmortem(ctx, tx, after, options);
  });
}

/**
 * Loads a postmortem to change it, holding it until the transaction ends.
 *
 * @throws NotFoundError where there is none that the caller sees
 * @throws NotAllowedError where the caller may not change it
 */
export async function loadForChange(
  ctx: ServiceContext,
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
 * Loads a postmortem to read it.
 *
 * @throws NotFoundError where there is none that the caller sees
 * @throws NotAllowedError where the caller may not read this of it
 */
export async function load(
  ctx: ServiceContext,
  id: string,
): Promise<PostmortemRecord> {
  return accessible(ctx, await ctx.postmortems.get(ctx.knex, numberOf(id)), id);
}

function accessible(
  { access }: ServiceContext,
  postmortem: PostmortemRecord | undefined,
  id: string,
): PostmortemRecord {
  if (!postmortem || !isAmong(access.visible, toResource(postmortem))) {
    throw new NotFoundError(`There is no postmortem ${id}`);
  }
  if (!isAmong(access.permitted, toResource(postmortem))) {
    throw new NotAllowedError(
      `This needs the permission ${access.permission} for ${id}`,
    );
  }
  return postmortem;
}

/**
 * Keeps people from hiding a postmortem from themselves.
 *
 * @throws InputError where it is restricted and the caller would not see it
 */
export function assertStillVisible(
  { access }: ServiceContext,
  postmortem: Omit<PostmortemRecord, 'number'>,
): void {
  if (
    postmortem.visibility === 'restricted' &&
    !isAmong(access.visible, toResource(postmortem))
  ) {
    throw new InputError(
      'visibility: restricted would hide this postmortem from you; be its owner, incident commander or a contributor first',
    );
  }
}
