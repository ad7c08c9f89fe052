import type { Knex } from 'knex';
import type {
  Incident,
  IncidentDelivery,
  Postmortem,
  SourceFact,
} from 'backstage-plugin-postmortems-common';
import type { DeliveryRecord } from './intake/DeliveryStore';
import type { IncidentRecord } from './IncidentRecord';
import type { PostmortemRecord } from '../postmortem/PostmortemRecord';
import { idOf } from '../kernel/ids';
import type { IncidentContext } from './context';
import { SOURCE_FACT_FIELDS, factState } from './draftSync/mergeFacts';
import { sinceWhen } from './draftSync/sourceFacts';

type Titles = Pick<IncidentContext, 'sourceTitles'>;

function titleOf({ sourceTitles }: Titles, source: string): string {
  return sourceTitles.get(source) ?? source;
}

/** Converts an incident for API lists. */
export function toIncident(ctx: Titles, record: IncidentRecord): Incident {
  return {
    id: String(record.rowId),
    source: record.source,
    sourceTitle: titleOf(ctx, record.source),
    key: record.key,
    title: record.title,
    url: record.url,
    disposition: record.disposition,
    notRequiredBecause: record.notRequiredBecause,
    blockedBy: record.blockedBy,
    error: record.error,
    startedAt: record.startedAt,
    resolvedAt: record.resolvedAt,
    governingSeverity: record.governingSeverity,
    unknownSeverities: record.unknownSeverities,
    entityRefs: record.entityRefs,
    teamRefs: record.teamRefs,
    unmappedServices: record.unmappedServices.map(({ id, name }) => name ?? id),
    leftOut: (record.leftOut ?? []).map(({ recorded: _, ...each }) => each),
    private: record.visibility === 'restricted',
    mergedInto: record.mergedInto,
    postmortemId:
      record.postmortem === undefined ? undefined : idOf(record.postmortem),
  };
}

/** Converts a delivery for API responses to operators. */
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

/** Loads the source data for a postmortem. */
export async function ofSources(
  ctx: Pick<IncidentContext, 'incidents' | 'sourceTitles'>,
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
 * The incident that this one was merged into. Leaves out the title, because it may be restricted;
 * people with access can follow the id.
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
