import type { Knex } from 'knex';
import type { LeftOut } from 'backstage-plugin-postmortems-common';
import type { IncidentConclusion, IncidentRecord } from '../IncidentRecord';
import type { PostmortemRecord } from '../../postmortem/PostmortemRecord';
import {
  actorOfSource,
  attachPart,
  createDraft,
  recordLeftOut,
  reasonToRemove,
  removeDraft,
  updatePostmortem,
} from './draftChanges';
import type { By } from './draftChanges';
import { keepsDraft, mustStay } from './keepsDraft';
import {
  leftOutOfLists,
  leftOutOfMembers,
  leftOutOfTexts,
  leftOutToRecord,
} from './leftOut';
import { prepareDraftSync } from './prepareDraftSync';
import type {
  DraftSynchronizerOptions,
  PreparedSync,
} from './prepareDraftSync';
import { syncTimeline } from './timelineLines';
import { hasOwnPostmortem, isBesideAnother, readGroup } from './readGroup';
import type { IncidentGroup } from './readGroup';
import { titleOf } from './sourceFacts';

/** Thrown if data has changed since it was read. The caller must read it again. */
class ConcurrentChangeError extends Error {}

/**
 * Syncs incidents to postmortems: reduces an incident's changes to facts, decides whether it
 * requires a postmortem, and updates the draft, all in one transaction. A repeated sync has no
 * further effect.
 */
export class DraftSynchronizer {
  readonly #options: DraftSynchronizerOptions;

  constructor(options: DraftSynchronizerOptions) {
    this.#options = options;
  }

  /**
   * @returns false if data changed concurrently, so that the caller must try again
   * @throws any error, after rolling back
   */
  async sync(rowId: number): Promise<boolean> {
    const { ctx } = this.#options;
    const group = await readGroup(ctx.incidents, ctx.knex, rowId);
    if (!group) return true;
    const postmortem = await this.#ownPostmortem(group.incident);
    const target = await this.#postmortemOf(group.survivor);
    const isPart =
      group.survivor &&
      !mustStay(postmortem) &&
      !isSettledBefore(group.incident, target);
    const prepared = isPart
      ? undefined
      : await prepareDraftSync(this.#options, group, postmortem);
    const by: By = {
      actorRef: actorOfSource(group.incident.source),
      at: ctx.clock().toISOString(),
    };
    try {
      await ctx.knex.transaction(async tx => {
        const held = await this.#assertUnchanged(
          tx,
          group,
          postmortem,
          isPart ? target : undefined,
        );
        if (prepared) await this.#settle(tx, prepared, by);
        else await this.#settlePart(tx, group, postmortem, held, by);
        await this.#wakeOthers(tx, group);
      });
      return true;
    } catch (error) {
      if (error instanceof ConcurrentChangeError) return false;
      throw error;
    }
  }

  async #ownPostmortem(
    incident: IncidentRecord,
  ): Promise<PostmortemRecord | undefined> {
    return hasOwnPostmortem(incident)
      ? this.#postmortemOf(incident)
      : undefined;
  }

  async #postmortemOf(
    incident: IncidentRecord | undefined,
  ): Promise<PostmortemRecord | undefined> {
    const { ctx } = this.#options;
    return incident?.postmortem === undefined
      ? undefined
      : ctx.postmortems.get(ctx.knex, incident.postmortem);
  }

  /**
   * Locks everything that will change, and checks that it hasn't changed since it was read.
   *
   * @param target - the postmortem that covers the incident
   * @returns the current target
   */
  async #assertUnchanged(
    tx: Knex,
    group: IncidentGroup,
    postmortem: PostmortemRecord | undefined,
    target: PostmortemRecord | undefined,
  ): Promise<PostmortemRecord | undefined> {
    const { ctx } = this.#options;
    const { incident, survivor, parts, alongside } = group;
    // A fixed lock order (postmortems first, by number) prevents deadlocks.
    const held = new Map<number, PostmortemRecord | undefined>();
    for (const number of [postmortem, target]
      .flatMap(each => each?.number ?? [])
      .sort((a, b) => a - b)) {
      held.set(number, await ctx.postmortems.get(tx, number, { lock: true }));
    }
    const current = postmortem && held.get(postmortem.number);
    const heldTarget = target && held.get(target.number);
    await ctx.incidents.lock(
      tx,
      [incident, ...(survivor ? [survivor] : []), ...parts, ...alongside].map(
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
      saidBy(now.alongside) === saidBy(alongside) &&
      heldTarget?.status === target?.status &&
      current?.revision === postmortem?.revision &&
      current?.edited === postmortem?.edited;
    if (!isSame) throw new ConcurrentChangeError();
    return heldTarget;
  }

  /** Stores the result for an incident that wasn't merged into another. */
  async #settle(tx: Knex, prepared: PreparedSync, by: By): Promise<void> {
    const { ctx } = this.#options;
    const { group, postmortem, whole, theirs, together, services, ownership } =
      prepared;
    let leftOut: LeftOut[] = [];
    const { incident, state, parts, survivor } = group;
    const ofMembers = leftOutOfMembers(state, prepared.longestRole);
    const { verdict } = whole;
    const outcome: IncidentConclusion = {
      ...this.#known(group),
      disposition: 'waiting',
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
      sharedAddresses: prepared.sharedAddresses,
    };
    if (isBesideAnother(incident)) {
      outcome.disposition = 'covered';
      outcome.postmortem = incident.postmortem;
      leftOut = [...leftOutOfLists(prepared.reported, theirs), ...ofMembers];
    } else if (
      postmortem &&
      keepsDraft(postmortem, verdict, ctx.policy.severities, ctx.clock())
    ) {
      outcome.disposition = 'covered';
      outcome.postmortem = postmortem.number;
      outcome.theirs = together;
      const updated = await updatePostmortem(
        ctx,
        tx,
        postmortem,
        group,
        together,
        prepared.ownershipAfter,
        by,
      );
      outcome.base = updated.base;
      leftOut = [
        ...leftOutOfLists(prepared.reportedTogether, updated.saved),
        ...ofMembers,
        ...leftOutOfTexts(state),
        ...updated.leftOut,
      ];
    } else if (verdict.counts === false) {
      if (postmortem) {
        const reason = reasonToRemove(survivor);
        await removeDraft(ctx, tx, postmortem, incident, { ...by, reason });
      }
      outcome.disposition = 'not-required';
      outcome.notRequiredBecause = verdict.because;
      outcome.base = undefined;
    } else if (verdict.counts === 'unknown') {
      outcome.blockedBy = 'severity';
    } else if (theirs.entityRefs.length === 0) {
      outcome.blockedBy = 'services';
    } else {
      // Forget lines left over from a deleted postmortem, so that they are added to the new one.
      await ctx.incidents.forgetLines(tx, incident.rowId);
      const { number } = await createDraft(ctx, tx, theirs, ownership, by);
      leftOut = [
        ...leftOutOfLists(prepared.reported, theirs),
        ...ofMembers,
        ...leftOutOfTexts(state),
        ...(await syncTimeline(ctx, tx, number, { ...group, state }, by)),
      ];
      outcome.disposition = 'covered';
      outcome.postmortem = number;
      outcome.base = theirs;
    }
    const { stored, news } = leftOutToRecord(incident.leftOut ?? [], leftOut);
    outcome.leftOut = stored;
    if (outcome.postmortem) {
      await recordLeftOut(ctx, tx, outcome.postmortem, news, by);
    }
    await ctx.teams.ensure(tx, outcome.teamRefs);
    await ctx.incidents.conclude(tx, incident, outcome);
    await ctx.incidents.setPostmortem(
      tx,
      parts.map(part => part.rowId),
      outcome.postmortem,
    );
  }

  /** Stores the result for an incident that was merged into another, whose postmortem covers it. */
  async #settlePart(
    tx: Knex,
    group: IncidentGroup,
    postmortem: PostmortemRecord | undefined,
    target: PostmortemRecord | undefined,
    by: By,
  ): Promise<void> {
    const { ctx } = this.#options;
    const { incident, survivor, state } = group;
    if (target && incident.disposition !== 'merged') {
      await attachPart(ctx, tx, target, incident, by);
    }
    if (postmortem) {
      const reason = reasonToRemove(survivor);
      await removeDraft(ctx, tx, postmortem, incident, { ...by, reason });
    }
    await ctx.incidents.conclude(tx, incident, {
      ...this.#known(group),
      disposition: 'merged',
      visibility: state.private ? 'restricted' : 'internal',
      postmortem:
        survivor && hasOwnPostmortem(survivor)
          ? survivor.postmortem
          : undefined,
      // The surviving incident reports the unmapped services and severities.
      entityRefs: [],
      teamRefs: [],
      unmappedServices: [],
      unknownSeverities: [],
      sharedAddresses: [],
    });
  }

  /** The facts stored for every incident, whatever its disposition. */
  #known({ incident, state }: IncidentGroup) {
    const source = this.#options.sources.get(incident.source)!;
    const { url, startedAt, resolvedAt, mergedInto } = state;
    const title = titleOf(source, incident.key, state);
    return { state, title, url, startedAt, resolvedAt, mergedInto };
  }

  /** Queues other incidents that depend on this one. */
  async #wakeOthers(tx: Knex, group: IncidentGroup): Promise<void> {
    const { ctx } = this.#options;
    const { incident, survivor } = group;
    const others = survivor ? [survivor] : [];
    // This incident's facts also affect the postmortem it shares, so queue the incident that the
    // postmortem follows.
    if (!incident.base) others.push(...group.alongside.filter(isFollowed));
    const isNew = incident.state === undefined;
    if (isNew) {
      // Incidents that were merged into this one before it was known. Until now they had no
      // survivor.
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

function isFollowed({ base }: IncidentRecord): boolean {
  return base !== undefined;
}

/**
 * Whether the postmortem was published before the incident was added. That publication doesn't
 * cover the incident, which still requires a postmortem until the published one is reopened.
 */
function isSettledBefore(
  incident: IncidentRecord,
  target: PostmortemRecord | undefined,
): boolean {
  return target?.status === 'published' && incident.disposition !== 'merged';
}

/** A fingerprint of the facts that sources report for incidents, for comparison. */
function saidBy(incidents: IncidentRecord[]): string {
  return JSON.stringify(
    incidents
      .map(({ rowId, base, theirs }) => [rowId, base !== undefined, theirs])
      .sort(([one], [other]) => Number(one) - Number(other)),
  );
}

function idsOf(incidents: IncidentRecord[]): string {
  return incidents
    .map(({ rowId, changes }) => `${rowId}:${changes}`)
    .sort()
    .join();
}
