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
import type {
  Incident,
  IncidentDelivery,
  Postmortem,
  SourceFact,
} from 'backstage-plugin-postmortems-common';
import type { DeliveryRecord } from '../database/DatabaseDeliveryStore';
import type { IncidentRecord } from '../database/IncidentRecord';
import type { PostmortemRecord } from '../database/PostmortemRecord';
import { idOf } from '../service/ids';
import type { ServiceContext } from '../service/ServiceContext';
import { SOURCE_FACT_FIELDS, factState } from './mergeFacts';
import { sinceWhen } from './sourceFacts';

type Titles = Pick<ServiceContext, 'sourceTitles'>;

function titleOf({ sourceTitles }: Titles, source: string): string {
  return sourceTitles.get(source) ?? source;
}

/** An incident as lists show it. */
export function toIncident(ctx: Titles, record: IncidentRecord): Incident {
  return {
    id: String(record.rowId),
    source: record.source,
    sourceTitle: titleOf(ctx, record.source),
    key: record.key,
    title: record.title,
    url: record.url,
    standing: record.standing,
    notRequiredBecause: record.notRequiredBecause,
    waitingFor: record.waitingFor,
    error: record.error,
    startedAt: record.startedAt,
    resolvedAt: record.resolvedAt,
    governingSeverity: record.governingSeverity,
    unknownSeverities: record.unknownSeverities,
    entityRefs: record.entityRefs,
    teamRefs: record.teamRefs,
    unmappedServices: record.unmappedServices.map(({ id, name }) => name ?? id),
    private: record.visibility === 'restricted',
    mergedInto: record.mergedInto,
    postmortemId:
      record.postmortem === undefined ? undefined : idOf(record.postmortem),
  };
}

/** A delivery as operators see it. */
export function toDelivery(
  ctx: Titles,
  { rowId, ...record }: DeliveryRecord,
): IncidentDelivery {
  return {
    id: String(rowId),
    sourceTitle: titleOf(ctx, record.source),
    ...record,
  };
}

/** What a postmortem has of incident sources. */
export async function ofSources(
  ctx: ServiceContext,
  tx: Knex,
  postmortem: PostmortemRecord,
): Promise<Pick<Postmortem, 'incidents' | 'sourceFacts'>> {
  const records = await ctx.incidents.ofPostmortem(tx, postmortem.number);
  const own = records.find(({ base }) => base);
  const survivors = new Map(records.map(each => [each.key, each]));
  if (own?.mergedInto && !survivors.has(own.mergedInto)) {
    const { source, mergedInto: key } = own;
    const survivor = await ctx.incidents.find(tx, { source, key });
    if (survivor) survivors.set(key, survivor);
  }
  return {
    incidents: records.map(record => ({
      id: String(record.rowId),
      source: record.source,
      sourceTitle: titleOf(ctx, record.source),
      key: record.key,
      title: record.title,
      url: record.url,
      mergedInto:
        record.mergedInto === undefined
          ? undefined
          : survivorOf(record.mergedInto, survivors.get(record.mergedInto)),
    })),
    sourceFacts: own ? sourceFactsOf(ctx, own, postmortem) : [],
  };
}

/**
 * What an incident went on as part of. Its title is not told: it may be of something that is
 * restricted, and whoever may see that follows the id.
 */
function survivorOf(key: string, survivor: IncidentRecord | undefined) {
  return {
    key,
    url: survivor?.url,
    postmortemId:
      survivor?.postmortem === undefined
        ? undefined
        : idOf(survivor.postmortem),
  };
}

function sourceFactsOf(
  ctx: Titles,
  { source, base, theirs, state }: IncidentRecord,
  ours: PostmortemRecord,
): SourceFact[] {
  if (!base || !theirs) return [];
  return SOURCE_FACT_FIELDS.map(field => ({
    field,
    source,
    sourceTitle: titleOf(ctx, source),
    value: theirs[field],
    at: state && sinceWhen(field, state),
    state: factState(field, { base, ours, theirs }),
  }));
}
