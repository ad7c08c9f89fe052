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
import type { DatabaseIncidentStore } from '../database/DatabaseIncidentStore';
import type { IncidentRecord } from '../database/IncidentRecord';
import { foldChanges } from './fold';
import type { IncidentState } from './fold';

/** An incident with what its changes add up to, and those it was merged with. */
export interface IncidentGroup {
  incident: IncidentRecord;
  state: IncidentState;
  /** What it went on as part of in the end; undefined where it stands for itself. */
  survivor?: IncidentRecord;
  /** Those that went on as part of it and have no postmortem of their own. */
  parts: IncidentRecord[];
}

/** Whether an incident has a postmortem that was made for it, rather than for what it went into. */
export function hasOwnPostmortem({
  base,
  postmortem,
}: Pick<IncidentRecord, 'base' | 'postmortem'>): boolean {
  return base !== undefined && postmortem !== undefined;
}

/** Whether a person said that a postmortem covers it which follows another incident. */
export function isBesideAnother({
  base,
  postmortem,
  standing,
}: Pick<IncidentRecord, 'base' | 'postmortem' | 'standing'>): boolean {
  return standing === 'covered' && !base && postmortem !== undefined;
}

/** Reads an incident and what belongs to it; undefined where it is gone. */
export async function readGroup(
  store: DatabaseIncidentStore,
  knex: Knex,
  rowId: number,
): Promise<IncidentGroup | undefined> {
  const incident = await store.get(knex, rowId);
  if (!incident) return undefined;
  const state = foldChanges(await store.changesOf(knex, rowId));
  return {
    incident,
    state,
    survivor: await survivorOf(store, knex, incident, state.mergedInto),
    parts: await partsOf(store, knex, incident),
  };
}

/**
 * Follows what incidents were merged into. One that is not known yet does not count, so that what
 * was merged into it still owes its own postmortem. Of incidents merged in a circle one survives.
 */
async function survivorOf(
  store: DatabaseIncidentStore,
  knex: Knex,
  incident: IncidentRecord,
  mergedInto: string | undefined,
): Promise<IncidentRecord | undefined> {
  const path = [{ ...incident, mergedInto }];
  for (;;) {
    const last = path[path.length - 1];
    if (last.mergedInto === undefined) break;
    const start = path.map(({ key }) => key).indexOf(last.mergedInto);
    if (start >= 0) {
      const [first] = path
        .slice(start)
        .sort((a, b) => (a.key < b.key ? -1 : 1));
      return first === path[0] ? undefined : first;
    }
    const { source } = incident;
    const next = await store.find(knex, { source, key: last.mergedInto });
    if (!next) break;
    path.push({
      ...next,
      // What has its own postmortem stands for itself, and for what went into it.
      mergedInto: hasOwnPostmortem(next) ? undefined : next.mergedInto,
    });
  }
  return path.length > 1 ? path[path.length - 1] : undefined;
}

async function partsOf(
  store: DatabaseIncidentStore,
  knex: Knex,
  { source, key }: IncidentRecord,
): Promise<IncidentRecord[]> {
  const seen = new Set([key]);
  const parts: IncidentRecord[] = [];
  let keys = [key];
  while (keys.length > 0) {
    const found = (await store.mergedInto(knex, source, keys)).filter(
      each => !seen.has(each.key) && !hasOwnPostmortem(each),
    );
    for (const each of found) seen.add(each.key);
    parts.push(...found);
    keys = found.map(each => each.key);
  }
  return parts;
}
