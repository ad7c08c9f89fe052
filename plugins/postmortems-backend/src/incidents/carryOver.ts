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
import type { SourceFactField } from 'backstage-plugin-postmortems-common';
import type { Ownership } from '../catalog/Linking';
import type { IncidentRecord, SourceFacts } from '../database/IncidentRecord';
import type { PostmortemRecord } from '../database/PostmortemRecord';
import { checkTimes } from '../lifecycle';
import { idOf } from '../service/ids';
import { insertPostmortem } from '../service/operations/facts';
import { announce, record } from '../service/recording';
import { saveFacts } from '../service/saving';
import type { ServiceContext } from '../service/ServiceContext';
import {
  SOURCE_FACT_FIELDS,
  baseOfAgreed,
  factState,
  mergeFacts,
} from './mergeFacts';
import type { FactsInThree } from './mergeFacts';
import type { IncidentGroup } from './readGroup';
import { carryLines } from './timelineLines';

/** Who brings a change about, and when. */
export interface By {
  actorRef: string;
  at: string;
}

/** Who the history names for what a source brought about. */
export function actorOfSource(source: string): string {
  return `incident-source:${source}`;
}

const TIMES: SourceFactField[] = [
  'startedAt',
  'mitigatedAt',
  'resolvedAt',
  'severityHistory',
];

/** Makes the draft of an incident, which nobody has begun. */
export async function createDraft(
  ctx: ServiceContext,
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
    { actorRef: by.actorRef, action: 'created', begun: false },
  );
}

/** Removes a draft that nobody has begun and that is not owed after all. */
export async function removeDraft(
  ctx: ServiceContext,
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

/** What the merge of a postmortem with its source comes to, before it is saved. */
export function followSource(
  postmortem: PostmortemRecord,
  base: SourceFacts,
  theirs: SourceFacts,
  now: Date,
): { facts: Partial<SourceFacts>; base: SourceFacts } {
  const three: FactsInThree = { base, ours: postmortem, theirs };
  if (postmortem.status === 'published') {
    return { facts: {}, base: baseOfAgreed(three) };
  }
  const merged = mergeFacts(three);
  try {
    checkTimes({ ...postmortem, ...merged.facts }, now);
    return merged;
  } catch {
    // A person's time and the source's do not go together: a person has to choose.
    return mergeFacts(
      three,
      SOURCE_FACT_FIELDS.filter(field => !TIMES.includes(field)),
    );
  }
}

/**
 * Lets a postmortem follow its source, and notes where a person has to choose.
 *
 * @param ownership - of the affected entities as they are after this
 * @returns what is then agreed on
 */
export async function updatePostmortem(
  ctx: ServiceContext,
  tx: Knex,
  postmortem: PostmortemRecord,
  group: IncidentGroup,
  theirs: SourceFacts,
  ownership: Ownership,
  by: By,
): Promise<SourceFacts> {
  const { base: before = theirs, theirs: saidBefore = theirs } = group.incident;
  const { facts, base } = followSource(postmortem, before, theirs, ctx.clock());
  const saved = await saveFacts(
    ctx,
    tx,
    postmortem,
    'entityRefs' in facts ? { ...facts, ...ownership } : facts,
    by,
  );
  if (saved.status !== 'published') {
    await carryLines(ctx, tx, saved.number, group, by);
  }

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
  return base;
}

/** Why a draft that nobody has begun goes. */
export function reasonToRemove(survivor: IncidentRecord | undefined): string {
  if (!survivor) return 'The incident owes no postmortem after all.';
  const { postmortem, title } = survivor;
  return `The incident was merged into ${title}${
    postmortem ? ` (${idOf(postmortem)})` : ''
  }.`;
}
