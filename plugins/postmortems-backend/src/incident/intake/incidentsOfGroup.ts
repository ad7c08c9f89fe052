import type {
  GroupIncident,
  IncidentChange,
} from 'backstage-plugin-postmortems-node';
import type { IncidentRecord } from '../IncidentRecord';
import type { IncidentContext } from '../context';
import { reduceChanges } from '../reduceChanges';

/**
 * Maximum number of incidents. A group's alerts arrive within hours or days, so they never belong
 * to an incident older than the group's last 20.
 */
const LIMIT = 20;

/** Changes that determine whether an incident is resolved. */
const RESOLUTION_KINDS: IncidentChange['kind'][] = [
  'declared',
  'times-changed',
  'resolved',
  'cancelled',
  'reopened',
];

/** The latest incidents in a group, newest first, from the changes stored so far. */
export async function incidentsOfGroup(
  ctx: IncidentContext,
  source: string,
  group: string,
): Promise<GroupIncident[]> {
  const { knex, incidents } = ctx;
  const records = await incidents.latestOf(knex, source, group, LIMIT);
  const rowIds = records.map(({ rowId }) => rowId);
  const changes = await incidents.changesOfKinds(
    knex,
    rowIds,
    RESOLUTION_KINDS,
  );
  const lastChanges = await incidents.lastChangesAt(knex, rowIds);
  const entered = await enteredResolutions(ctx, records);
  return records.map(({ rowId, key }) => {
    const { declaredAt, resolvedAt, startedAt } = reduceChanges(
      changes.get(rowId)!,
    );
    return {
      incident: key,
      declaredAt: declaredAt ?? startedAt,
      lastChangeAt: lastChanges.get(rowId)!,
      resolvedAt,
      enteredResolvedAt: entered.get(rowId),
    };
  });
}

/** Resolution times that people entered in the postmortems for these incidents, by row id. */
async function enteredResolutions(
  { knex, postmortems }: IncidentContext,
  incidents: IncidentRecord[],
): Promise<Map<number, string | undefined>> {
  const followed = incidents.filter(({ base }) => base);
  const found = await postmortems.getMany(
    knex,
    followed.flatMap(({ postmortem }) => postmortem ?? []),
  );
  const byNumber = new Map(found.map(each => [each.number, each]));
  return new Map(
    followed.map(({ rowId, base, theirs, postmortem }) => {
      const ours = byNumber.get(postmortem ?? 0)?.resolvedAt;
      const isReported =
        ours === base?.resolvedAt || ours === theirs?.resolvedAt;
      return [rowId, isReported ? undefined : ours];
    }),
  );
}
