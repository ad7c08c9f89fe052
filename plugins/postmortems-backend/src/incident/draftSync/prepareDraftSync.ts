import type { AuthService } from '@backstage/backend-plugin-api';
import type { IncidentSource } from 'backstage-plugin-postmortems-node';
import type { Ownership } from '../../team/ports';
import type { SourceFacts } from '../IncidentRecord';
import type { PostmortemRecord } from '../../postmortem/PostmortemRecord';
import type { IncidentContext } from '../context';
import { followSource } from './draftChanges';
import type { IncidentCatalog } from '../mapping/IncidentCatalog';
import { entitiesOf, mapServices } from '../mapping/mapServices';
import type { MappedServices } from '../mapping/mapServices';
import { rulesOf } from '../mapping/rulesOf';
import type { SharedAddress } from '../mapping/sharedAddresses';
import type { IncidentsConfig } from '../readIncidentsConfig';
import type { IncidentGroup } from './readGroup';
import { uniteSourceFacts } from './combineSourceFacts';
import { withinLimits } from './leftOut';
import { longestRole, sourceFactsOf } from './sourceFacts';
import { mergedIncident } from '../mergedIncident';
import type { MergedIncident } from '../mergedIncident';

export interface DraftSynchronizerOptions {
  ctx: IncidentContext;
  sources: ReadonlyMap<string, IncidentSource>;
  config: IncidentsConfig;
  catalog: IncidentCatalog;
  auth: AuthService;
}

/** Data loaded in advance, so that the transaction doesn't wait for the catalog. */
export interface PreparedSync {
  group: IncidentGroup;
  postmortem?: PostmortemRecord;
  whole: MergedIncident;
  services: MappedServices;
  sharedAddresses: SharedAddress[];
  theirs: SourceFacts;
  /** The source's facts, before list limits. */
  reported: SourceFacts;
  /** Facts of all covered incidents combined, before list limits. */
  reportedTogether: SourceFacts;
  /** Length of the longest contributor role. */
  longestRole: number;
  /** Facts of all covered incidents combined, within list limits. */
  together: SourceFacts;
  /** Owners of the entities that the source reports. */
  ownership: Ownership;
  /** Owners of the entities affected after the sync. */
  ownershipAfter: Ownership;
}

/** Maps a source's facts and queries the catalog, before the transaction. */
export async function prepareDraftSync(
  options: DraftSynchronizerOptions,
  group: IncidentGroup,
  postmortem: PostmortemRecord | undefined,
): Promise<PreparedSync> {
  const { ctx, sources, config, catalog, auth } = options;
  const { incident, state, parts } = group;
  const source = sources.get(incident.source)!;
  const rules = await rulesOf(ctx, config, source.id);
  const whole = mergedIncident(
    source.id,
    state,
    parts.flatMap(part => part.state ?? []),
    { source: rules, counting: config.counting, book: ctx.policy },
  );
  const credentials = await auth.getOwnServiceCredentials();
  const people = await catalog.people([
    ...(state.commander ? [state.commander] : []),
    ...whole.responders.map(({ person }) => person),
  ]);
  const mapping = {
    rules,
    annotations: source.annotations,
    index: await catalog.index(),
  };
  const services = whole.services.map(service => ({
    service,
    refs: entitiesOf(service, mapping),
  }));
  const known = await ctx.linking.find(
    [...services.flatMap(({ refs }) => refs), ...rules.defaultEntities],
    credentials,
  );
  const mapped = mapServices(services, ref => known.has(ref));
  const entityRefs =
    mapped.entityRefs.length > 0
      ? mapped.entityRefs
      : rules.defaultEntities.filter(ref => known.has(ref));
  const reported = sourceFactsOf(source, incident.key, state, whole, {
    entityRefs,
    people: people.users,
  });
  // Required facts keep their last value if the source stops reporting them.
  if (entityRefs.length === 0 && incident.base) {
    reported.entityRefs = incident.base.entityRefs;
  }
  if (whole.history.length === 0 && incident.base) {
    reported.severityHistory = incident.base.severityHistory;
  }
  const theirs = withinLimits(reported);
  const reportedTogether = uniteSourceFacts(
    reported,
    group.alongside.flatMap(each => (each.base ? [] : each.theirs ?? [])),
    ctx.policy.severities,
  );
  const together = withinLimits(reportedTogether);
  const after =
    postmortem &&
    followSource(
      postmortem,
      incident.base ?? together,
      together,
      ctx.policy.severities,
      ctx.clock(),
    ).facts.entityRefs;
  const [ownership, ownershipAfter = ownership] = await ctx.linking.ownershipOf(
    [theirs.entityRefs, ...(after ? [after] : [])],
    credentials,
  );
  return {
    group,
    postmortem,
    whole,
    services: mapped,
    sharedAddresses: people.shared,
    theirs,
    reported,
    longestRole: longestRole(whole, { people: people.users }),
    reportedTogether,
    together,
    ownership: ownership ?? { teamRefs: [] },
    ownershipAfter: ownershipAfter ?? { teamRefs: [] },
  };
}
