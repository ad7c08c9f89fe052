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

import type { Knex } from 'knex';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type {
  Postmortem,
  createPostmortemSchema,
} from 'backstage-plugin-postmortems-common';
import type { PostmortemsService } from 'backstage-plugin-postmortems-node';
import type { z } from 'zod';
import type { NamedRef } from '../../catalog/Linking';
import type {
  PostmortemFacts,
  PostmortemRecord,
} from '../../database/PostmortemRecord';
import {
  assertNotPublished,
  changesContent,
  checkTimes,
} from '../../lifecycle';
import { actorOf } from '../actor';
import { assertRevision } from '../errors';
import { canonicalRef, canonicalRefs, utc } from '../normalize';
import { tellOfOwner } from '../ownerMessages';
import { toPostmortem } from '../present';
import { announce, record } from '../recording';
import {
  assertStillVisible,
  changeFacts,
  judge,
  loadForChange,
  reindex,
} from '../saving';
import type { IncidentIntake } from '../../incidents/IncidentIntake';
import type { ServiceContext } from '../ServiceContext';
import { extendSeverityHistory, resolveSeverityHistory } from '../severities';
import { userField } from '../users';

type CreateInput = z.output<typeof createPostmortemSchema>;

/** Starting, changing and deleting postmortems. */
export function factsOperations(
  ctx: ServiceContext,
  intake: Pick<IncidentIntake, 'nudge'>,
): Pick<
  PostmortemsService,
  'createPostmortem' | 'updatePostmortem' | 'deletePostmortem'
> {
  return {
    async createPostmortem({ body }, options) {
      const { credentials } = options;
      const facts = await factsToCreate(ctx, body, credentials);
      return ctx.knex.transaction(async tx => {
        const created = await insertPostmortem(
          ctx,
          tx,
          { ...facts, ownerPendingSince: ctx.clock().toISOString() },
          { actorRef: actorOf(credentials), action: 'created' },
        );
        return toPostmortem(ctx, tx, created, options);
      });
    },

    async updatePostmortem(request, options) {
      const { body } = request;
      const linked = await linkChanged(ctx, body, options.credentials);
      const { severity, severityChangedAt, severityReason, ...plain } = body;
      if (!severity && (severityChangedAt || severityReason)) {
        throw new InputError(
          'severity must be given with severityChangedAt and severityReason',
        );
      }
      return changeFacts(ctx, request, options, async (current, _tx, now) => {
        const facts: PostmortemFacts = {
          ...current,
          ...definedOnly({
            ...plain,
            startedAt: utc(plain.startedAt),
            detectedAt: utc(plain.detectedAt),
            mitigatedAt: utc(plain.mitigatedAt),
            resolvedAt: utc(plain.resolvedAt),
            meetingHeldAt: utc(plain.meetingHeldAt),
            labels: plain.labels && [...new Set(plain.labels)].sort(),
          }),
          ...linked,
        };
        if (severity) {
          facts.severityHistory = extendSeverityHistory(
            facts,
            { severity, at: severityChangedAt, reason: severityReason },
            ctx.policy.severities,
            now,
          );
        }
        checkTimes(facts, now);
        if (changesContent(current, facts)) assertNotPublished(current);
        assertStillVisible(ctx, { ...current, ...facts });
        return { facts, reason: severityReason };
      });
    },

    async deletePostmortem({ params, ifMatch }, options) {
      await ctx.knex.transaction(async tx => {
        const current = await loadForChange(ctx, tx, params.id);
        if (current.revision !== ifMatch) {
          const latest = await toPostmortem(ctx, tx, current, options);
          assertRevision(latest, ifMatch);
        }
        const now = ctx.clock();
        const covered = await ctx.incidents.ofPostmortem(tx, current.number);
        await announce(ctx, tx, current.number, [
          {
            at: now.toISOString(),
            actorRef: actorOf(options.credentials),
            action: 'deleted',
            before: current.title,
          },
        ]);
        await ctx.incidents.makeDue(
          tx,
          covered.map(({ rowId }) => rowId),
          now,
        );
        await ctx.postmortems.delete(tx, current.number);
      });
      intake.nudge();
    },
  };
}

/**
 * Turns what somebody sent into facts: severities by id, times in UTC, references checked, the
 * owning teams derived.
 *
 * @throws InputError naming the field
 * @throws ServiceUnavailableError where the catalog cannot be reached
 */
export async function factsToCreate(
  ctx: ServiceContext,
  input: CreateInput,
  credentials: BackstageCredentials,
): Promise<PostmortemFacts> {
  const facts = {
    title: input.title,
    outcome: input.outcome,
    severityHistory: resolveSeverityHistory(input, ctx.policy.severities),
    startedAt: utc(input.startedAt),
    detectedAt: utc(input.detectedAt),
    mitigatedAt: utc(input.mitigatedAt),
    resolvedAt: utc(input.resolvedAt),
    entityRefs: canonicalRefs(input.entityRefs),
    ownerRef: input.ownerRef && canonicalRef(input.ownerRef),
    commanderRef: input.commanderRef && canonicalRef(input.commanderRef),
    contributors: input.contributors.map(contributor => ({
      ...contributor,
      userRef: canonicalRef(contributor.userRef),
    })),
    labels: [...new Set(input.labels)].sort(),
    links: input.links,
    visibility: input.visibility,
    status: 'draft' as const,
    publications: [],
    reviewerRefs: [],
  };
  checkTimes(facts, ctx.clock());
  const ownership = await ctx.linking.link(
    facts.entityRefs,
    peopleOf(facts),
    credentials,
  );
  return { ...facts, ...ownership };
}

/** Inserts a new postmortem with its first history entry and its search terms. */
export async function insertPostmortem(
  ctx: ServiceContext,
  tx: Knex,
  facts: PostmortemFacts,
  by: {
    actorRef: string;
    action: 'created' | 'imported';
    importKey?: string;
    /** Left out: a person or service wants it, rather than a source. */
    begun?: false;
  },
): Promise<PostmortemRecord> {
  const at = ctx.clock().toISOString();
  const wanted = {
    ...facts,
    ...judge(facts, ctx.policy),
    importKey: by.importKey,
    begun: by.begun ?? true,
    contentRevision: 1,
    revision: 1,
    createdAt: at,
    createdBy: by.actorRef,
    updatedAt: at,
  };
  assertStillVisible(ctx, wanted);
  const postmortem = await ctx.postmortems.insert(tx, wanted);
  await ctx.teams.ensure(tx, postmortem.teamRefs);
  await record(ctx, tx, postmortem.number, [
    { at, actorRef: by.actorRef, action: by.action, after: postmortem.title },
  ]);
  if (by.action === 'created') await tellOfOwner(ctx, tx, postmortem, by);
  await reindex(ctx, tx, postmortem);
  return postmortem;
}

/** Checks the references among the changes, and derives the teams anew where entities changed. */
async function linkChanged(
  ctx: ServiceContext,
  body: Partial<Pick<Postmortem, 'entityRefs' | 'contributors'>> & {
    commanderRef?: string | null;
  },
  credentials: BackstageCredentials,
): Promise<Partial<PostmortemFacts>> {
  const changed = definedOnly({
    entityRefs: body.entityRefs && canonicalRefs(body.entityRefs),
    commanderRef: body.commanderRef && canonicalRef(body.commanderRef),
    contributors: body.contributors?.map(contributor => ({
      ...contributor,
      userRef: canonicalRef(contributor.userRef),
    })),
  });
  const people = peopleOf(changed);
  if (!changed.entityRefs && people.length === 0) return changed;

  const ownership = await ctx.linking.link(
    changed.entityRefs ?? [],
    people,
    credentials,
  );
  return changed.entityRefs ? { ...changed, ...ownership } : changed;
}

function peopleOf(
  facts: Partial<
    Pick<PostmortemFacts, 'ownerRef' | 'commanderRef' | 'contributors'>
  >,
): NamedRef[] {
  return [
    ...(facts.ownerRef ? [userField('ownerRef', facts.ownerRef)] : []),
    ...(facts.commanderRef
      ? [userField('commanderRef', facts.commanderRef)]
      : []),
    ...(facts.contributors ?? []).map(({ userRef }, index) =>
      userField(`contributors[${index}].userRef`, userRef),
    ),
  ];
}

type Cleared<T> = { [K in keyof T]: Exclude<T[K], null> | undefined };

/** Leaves out what was not given, and turns `null`, which clears a field, into `undefined`. */
function definedOnly<T extends object>(changes: T): Partial<Cleared<T>> {
  return Object.fromEntries(
    Object.entries(changes)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key, value ?? undefined]),
  ) as Partial<Cleared<T>>;
}
