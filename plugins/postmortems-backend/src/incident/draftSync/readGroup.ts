import type { Knex } from 'knex';
import type { IncidentStore } from '../IncidentStore';
import type { IncidentRecord } from '../IncidentRecord';
import { reduceChanges } from '../reduceChanges';
import type { IncidentState } from '../reduceChanges';

/** An incident with its current facts and related incidents. */
export interface IncidentGroup {
  incident: IncidentRecord;
  state: IncidentState;
  /** The incident that it was finally merged into; undefined if it wasn't merged. */
  survivor?: IncidentRecord;
  /** Incidents that were merged into this one and have no postmortem of their own. */
  parts: IncidentRecord[];
  /** Other incidents covered by the same postmortem that weren't merged. */
  alongside: IncidentRecord[];
}

/**
 * Whether an incident has its own postmortem, rather than the one for the incident it was merged
 * into.
 */
export function hasOwnPostmortem({
  base,
  postmortem,
}: Pick<IncidentRecord, 'base' | 'postmortem'>): boolean {
  return base !== undefined && postmortem !== undefined;
}

/** Whether a person linked the incident to a postmortem that follows another incident. */
export function isBesideAnother({
  base,
  postmortem,
  disposition,
}: Pick<IncidentRecord, 'base' | 'postmortem' | 'disposition'>): boolean {
  return disposition === 'covered' && !base && postmortem !== undefined;
}

/** Loads an incident with its related incidents; undefined if it no longer exists. */
export async function readGroup(
  store: IncidentStore,
  knex: Knex,
  rowId: number,
): Promise<IncidentGroup | undefined> {
  const incident = await store.get(knex, rowId);
  if (!incident) return undefined;
  const state = reduceChanges(await store.changesOf(knex, rowId));
  return {
    incident,
    state,
    survivor: await survivorOf(store, knex, incident, state.mergedInto),
    parts: await partsOf(store, knex, incident),
    alongside: await alongsideOf(store, knex, incident),
  };
}

/**
 * Follows merges to the surviving incident. A survivor that isn't known yet is ignored, so the
 * merged incident still requires its own postmortem. A merge cycle has one survivor.
 */
async function survivorOf(
  store: IncidentStore,
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
      // An incident with its own postmortem counts as not merged.
      mergedInto: hasOwnPostmortem(next) ? undefined : next.mergedInto,
    });
  }
  return path.length > 1 ? path[path.length - 1] : undefined;
}

async function alongsideOf(
  store: IncidentStore,
  knex: Knex,
  { rowId, postmortem }: IncidentRecord,
): Promise<IncidentRecord[]> {
  if (postmortem === undefined) return [];
  const covered = await store.ofPostmortem(knex, postmortem);
  return covered.filter(
    each => each.rowId !== rowId && each.disposition === 'covered',
  );
}

async function partsOf(
  store: IncidentStore,
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
