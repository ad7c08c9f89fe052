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

import type { AuthService } from '@backstage/backend-plugin-api';
import type { IncidentSource } from 'backstage-plugin-postmortems-node';
import type { Knex } from 'knex';
import type { Ownership } from '../catalog/Linking';
import type {
  IncidentOutcome,
  IncidentRecord,
  SourceFacts,
} from '../database/IncidentRecord';
import type { PostmortemRecord } from '../database/PostmortemRecord';
import type { ServiceContext } from '../service/ServiceContext';
import {
  actorOfSource,
  createDraft,
  followSource,
  reasonToRemove,
  removeDraft,
  updatePostmortem,
} from './carryOver';
import type { By } from './carryOver';
import { carryLines } from './timelineLines';
import type { CatalogOfIncidents } from './CatalogOfIncidents';
import { entitiesOf, mapServices } from './mapServices';
import type { MappedServices } from './mapServices';
import type { IncidentsConfig } from './readIncidentsConfig';
import { hasOwnPostmortem, isBesideAnother, readGroup } from './readGroup';
import type { IncidentGroup } from './readGroup';
import { sourceFactsOf, titleOf } from './sourceFacts';
import { wholeIncident } from './whole';
import type { WholeIncident } from './whole';

/** What carrying over works with. */
export interface IncidentCarrierOptions {
  ctx: ServiceContext;
  sources: ReadonlyMap<string, IncidentSource>;
  config: IncidentsConfig;
  catalog: CatalogOfIncidents;
  auth: AuthService;
}

/** All that was found out before the transaction, as nothing else may wait for the catalog. */
interface Prepared {
  group: IncidentGroup;
  postmortem?: PostmortemRecord;
  whole: WholeIncident;
  services: MappedServices;
  theirs: SourceFacts;
  /** Of what the source says is affected. */
  ownership: Ownership;
  /** Of what is affected once the source was followed. */
  ownershipAfter: Ownership;
}

/** Thrown where something changed since it was read; then all is read anew. */
class ChangedMeanwhile extends Error {}

/**
 * Carries incidents over into postmortems: adds up the changes of an incident, judges whether it
 * counts, and lets its postmortem be as it says, in one transaction. Doing so again changes
 * nothing.
 */
export class IncidentCarrier {
  readonly #options: IncidentCarrierOptions;

  constructor(options: IncidentCarrierOptions) {
    this.#options = options;
  }

  /**
   * @returns whether it was done; not where something changed meanwhile
   * @throws whatever fails, and then nothing was changed
   */
  async carry(rowId: number): Promise<boolean> {
    const { ctx } = this.#options;
    const group = await readGroup(ctx.incidents, ctx.knex, rowId);
    if (!group) return true;
    const postmortem = await this.#ownPostmortem(group.incident);
    const isPart = group.survivor && !postmortem?.begun;
    const prepared = isPart
      ? undefined
      : await this.#prepare(group, postmortem);
    const by: By = {
      actorRef: actorOfSource(group.incident.source),
      at: ctx.clock().toISOString(),
    };
    try {
      await ctx.knex.transaction(async tx => {
        await this.#assertUnchanged(tx, group, postmortem);
        if (prepared) await this.#settle(tx, prepared, by);
        else await this.#settlePart(tx, group, postmortem, by);
        await this.#wakeOthers(tx, group);
      });
      return true;
    } catch (error) {
      if (error instanceof ChangedMeanwhile) return false;
      throw error;
    }
  }

  async #ownPostmortem(
    incident: IncidentRecord,
  ): Promise<PostmortemRecord | undefined> {
    const { ctx } = this.#options;
    return hasOwnPostmortem(incident)
      ? ctx.postmortems.get(ctx.knex, incident.postmortem!)
      : undefined;
  }

  async #prepare(
    group: IncidentGroup,
    postmortem: PostmortemRecord | undefined,
  ): Promise<Prepared> {
    const { ctx, sources, config, catalog, auth } = this.#options;
    const { incident, state, parts } = group;
    const source = sources.get(incident.source)!;
    const rules = config.rulesOf(source.id);
    const whole = wholeIncident(
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
    const said = sourceFactsOf(source, incident.key, state, whole, {
      entityRefs,
      people,
    });
    // What a postmortem cannot do without stays as it was, should the source not say it any more.
    const theirs: SourceFacts = {
      ...said,
      entityRefs:
        entityRefs.length === 0 && incident.base
          ? incident.base.entityRefs
          : said.entityRefs,
      severityHistory:
        whole.history.length === 0 && incident.base
          ? incident.base.severityHistory
          : said.severityHistory,
    };
    const after =
      postmortem &&
      followSource(postmortem, incident.base ?? theirs, theirs, ctx.clock())
        .facts.entityRefs;
    const [ownership, ownershipAfter = ownership] =
      await ctx.linking.ownershipOf(
        [theirs.entityRefs, ...(after ? [after] : [])],
        credentials,
      );
    return {
      group,
      postmortem,
      whole,
      services: mapped,
      theirs,
      ownership: ownership ?? { teamRefs: [] },
      ownershipAfter: ownershipAfter ?? { teamRefs: [] },
    };
  }

  /** Holds all that is about to change, and makes sure that it is as it was read. */
  async #assertUnchanged(
    tx: Knex,
    group: IncidentGroup,
    postmortem: PostmortemRecord | undefined,
  ): Promise<void> {
    const { ctx } = this.#options;
    const { incident, survivor, parts } = group;
    // In this order everywhere, so that nobody waits for each other: first the postmortem.
    const current =
      postmortem &&
      (await ctx.postmortems.get(tx, postmortem.number, { lock: true }));
    await ctx.incidents.lock(
      tx,
      [incident, ...(survivor ? [survivor] : []), ...parts].map(
        each => each.rowId,
      ),
    );
    const now = await readGroup(ctx.incidents, tx, incident.rowId);
    const isSame =
      now &&
      now.incident.changes === incident.changes &&
      now.incident.postmortem === incident.postmortem &&
      now.survivor?.rowId === survivor?.rowId &&
      idsOf(now.parts) === idsOf(parts) &&
      current?.revision === postmortem?.revision &&
      current?.begun === postmortem?.begun;
    if (!isSame) throw new ChangedMeanwhile();
  }

  /** Of an incident that stands for itself. */
  async #settle(tx: Knex, prepared: Prepared, by: By): Promise<void> {
    const { ctx } = this.#options;
    const { group, postmortem, whole, theirs, services, ownership } = prepared;
    const { incident, state, parts, survivor } = group;
    const { verdict } = whole;
    const outcome: IncidentOutcome = {
      ...this.#known(group),
      standing: 'waiting',
      startedAt: whole.startedAt,
      governingSeverity:
        whole.history.length > 0
          ? ctx.policy.severities.governing(whole.history)
          : undefined,
      visibility: theirs.visibility,
      theirs,
      base: incident.base,
      entityRefs: theirs.entityRefs,
      teamRefs: ownership.teamRefs,
      unmappedServices: services.unmapped,
      unknownSeverities: whole.unknownSeverities,
    };
    if (isBesideAnother(incident)) {
      outcome.standing = 'covered';
      outcome.postmortem = incident.postmortem;
    } else if (postmortem && (postmortem.begun || verdict.counts !== false)) {
      outcome.standing = 'covered';
      outcome.postmortem = postmortem.number;
      outcome.base = await updatePostmortem(
        ctx,
        tx,
        postmortem,
        group,
        theirs,
        prepared.ownershipAfter,
        by,
      );
    } else if (verdict.counts === false) {
      if (postmortem) {
        const reason = reasonToRemove(survivor);
        await removeDraft(ctx, tx, postmortem, incident, { ...by, reason });
      }
      outcome.standing = 'not-required';
      outcome.notRequiredBecause = verdict.because;
      outcome.base = undefined;
    } else if (verdict.counts === 'unknown') {
      outcome.waitingFor = 'severity';
    } else if (theirs.entityRefs.length === 0) {
      outcome.waitingFor = 'services';
    } else if (incident.base) {
      outcome.waitingFor = 'deleted';
    } else {
      const { number } = await createDraft(ctx, tx, theirs, ownership, by);
      await carryLines(ctx, tx, number, { ...group, state }, by);
      outcome.standing = 'covered';
      outcome.postmortem = number;
      outcome.base = theirs;
    }
    await ctx.teams.ensure(tx, outcome.teamRefs);
    await ctx.incidents.conclude(tx, incident, outcome);
    await ctx.incidents.setPostmortem(
      tx,
      parts.map(part => part.rowId),
      outcome.postmortem,
    );
  }

  /** Of an incident that went on as part of another, whose postmortem covers it. */
  async #settlePart(
    tx: Knex,
    group: IncidentGroup,
    postmortem: PostmortemRecord | undefined,
    by: By,
  ): Promise<void> {
    const { ctx } = this.#options;
    const { incident, survivor, state } = group;
    if (postmortem) {
      const reason = reasonToRemove(survivor);
      await removeDraft(ctx, tx, postmortem, incident, { ...by, reason });
    }
    await ctx.incidents.conclude(tx, incident, {
      ...this.#known(group),
      standing: 'merged',
      visibility: state.private ? 'restricted' : 'internal',
      postmortem:
        survivor && hasOwnPostmortem(survivor)
          ? survivor.postmortem
          : undefined,
      // Services and severities count for the survivor, and wait there.
      entityRefs: [],
      teamRefs: [],
      unmappedServices: [],
      unknownSeverities: [],
    });
  }

  /** What is known of an incident whatever becomes of it. */
  #known({ incident, state }: IncidentGroup) {
    const source = this.#options.sources.get(incident.source)!;
    const { url, startedAt, resolvedAt, mergedInto } = state;
    const title = titleOf(source, incident.key, state);
    return { state, title, url, startedAt, resolvedAt, mergedInto };
  }

  /** Lets those be looked at again for which this one matters. */
  async #wakeOthers(
    tx: Knex,
    { incident, survivor }: IncidentGroup,
  ): Promise<void> {
    const { ctx } = this.#options;
    const others = survivor ? [survivor] : [];
    const isNew = incident.state === undefined;
    if (isNew) {
      // They were merged into it before it was known, and stood for themselves until now.
      const { source, key } = incident;
      others.push(...(await ctx.incidents.mergedInto(tx, source, [key])));
    }
    await ctx.incidents.makeDue(
      tx,
      others.map(each => each.rowId),
      ctx.clock(),
    );
  }
}

function idsOf(incidents: IncidentRecord[]): string {
  return incidents
    .map(({ rowId, changes }) => `${rowId}:${changes}`)
    .sort()
    .join();
}
