import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import { postmortemUpdatePermission } from 'backstage-plugin-postmortems-common';
import type { PostmortemsService } from 'backstage-plugin-postmortems-node';
import type { Knex } from 'knex';
import { isAmong } from '../kernel/access/Access';
import { incidentToResource } from '../incident/ports';
import { toResource } from '../postmortem/accessFields';
import type { IncidentIntake, IncidentRecord } from '../incident/ports';
import type { PostmortemRecord } from '../postmortem/PostmortemRecord';
import { complianceStatus } from '../policy/complianceStatus';
import { judged } from '../postmortem/integrity/justification';
import { actorOf } from '../kernel/actor';
import { idOf, numberOf } from '../kernel/ids';
import { moveActionItems } from '../actionItem/ports';
import { assertMayGain, assertMergeable, merge, planMerge } from './merge';
import type { Addition, Covering } from './merge';
import { toPostmortem } from '../postmortem/present';
import { retirePostmortem } from './retire';
import {
  accessible,
  assertUnchanged,
  load,
  loadForChange,
} from '../postmortem/change';
import type { DeletionContext } from '../deletion/ports';

/** Merges an incident or another postmortem into a postmortem. */
export function coveringOperations(
  ctx: DeletionContext,
  intake: Pick<IncidentIntake, 'nudge'>,
): Pick<
  PostmortemsService,
  'coverIncident' | 'mergePostmortem' | 'previewMerge'
> {
  return {
    async coverIncident({ params, body }, options) {
      const rowId = Number(params.incidentId);
      const covering = await ctx.knex.transaction(async tx => {
        const seen = await seenIncident(ctx, tx, rowId);
        const [postmortem, replaced] = await lockBoth(
          ctx,
          tx,
          params.id,
          seen.postmortem,
        );
        const into = await coveringOf(ctx, tx, postmortem);
        const addition = await additionOf(ctx, tx, seen, replaced);
        if (replaced?.number === postmortem.number) {
          return toPostmortem(ctx, tx, postmortem, options);
        }
        assertMayTakeOver(ctx, postmortem, addition);
        assertFree(addition);

        const by = {
          actorRef: actorOf(options.credentials),
          at: ctx.clock().toISOString(),
        };
        const attached = {
          action: 'incident-covered' as const,
          ...(replaced && { before: idOf(replaced.number) }),
          after: seen.title,
        };
        await merge(
          ctx,
          tx,
          into,
          addition,
          { ...by, reason: body.reason, attached },
          options,
        );
        if (replaced) {
          await retirePostmortem(ctx, tx, replaced, {
            by,
            reason:
              body.reason ?? `${idOf(postmortem.number)} covers the incident`,
            into: postmortem.number,
          });
        }
        const after = await ctx.postmortems.get(tx, postmortem.number);
        return toPostmortem(ctx, tx, after!, options);
      });
      intake.nudge();
      return covering;
    },

    async mergePostmortem({ params, body, ifMatch }, options) {
      const { reason } = body;
      if (numberOf(params.id) === numberOf(body.intoId)) {
        throw new InputError(
          `intoId must be a different postmortem, not ${params.id} itself`,
        );
      }
      const survivor = await ctx.knex.transaction(async tx => {
        const [replaced, postmortem] = await lockBoth(
          ctx,
          tx,
          params.id,
          numberOf(body.intoId),
        );
        if (!postmortem) {
          throw new NotFoundError(`Postmortem ${body.intoId} not found`);
        }
        if (!isAmong(ctx.access.override, toResource(postmortem))) {
          throw new NotAllowedError(
            `You need the ${postmortemUpdatePermission.name} permission for ${body.intoId}`,
          );
        }
        await assertUnchanged(ctx, tx, replaced, ifMatch, options);
        const into = await coveringOf(ctx, tx, postmortem);
        const { incidents } = await coveringOf(ctx, tx, replaced);
        const addition = { replaced, incidents };

        const by = {
          actorRef: actorOf(options.credentials),
          at: ctx.clock().toISOString(),
        };
        const attached = {
          action: 'postmortem-merged' as const,
          after: idOf(replaced.number),
        };
        const merged = await merge(
          ctx,
          tx,
          into,
          addition,
          { ...by, reason, attached },
          options,
        );
        await moveActionItems(ctx, tx, replaced, merged, by);
        await retirePostmortem(ctx, tx, replaced, {
          by,
          reason,
          into: postmortem.number,
        });
        const after = await ctx.postmortems.get(tx, postmortem.number);
        return toPostmortem(ctx, tx, after!, options);
      });
      intake.nudge();
      return survivor;
    },

    async previewMerge({ params, body }, options) {
      const postmortem = await load(ctx, params.id);
      const { knex } = ctx;
      const into = {
        postmortem,
        incidents: await ctx.incidents.ofPostmortem(knex, postmortem.number),
      };
      const addition = await additionToPreview(ctx, body);
      const { replaced } = addition;
      const meta = {
        actorRef: actorOf(options.credentials),
        at: ctx.clock().toISOString(),
      };
      const { after, gains } = planMerge(ctx, into, addition, meta);
      return {
        governingSeverity: after.governingSeverity,
        startedAt: after.startedAt,
        resolvedAt: after.resolvedAt,
        dueAt: after.deadline?.dueAt,
        complianceStatus: complianceStatus(
          judged(after, ctx.policy.severities),
          ctx.clock(),
        ),
        entityRefs: after.entityRefs,
        gains,
        replacedId: replaced && idOf(replaced.number),
        refusedBecause: await refusalOf(async () => {
          if (body.incidentId) assertFree(addition);
          assertMergeable(into, addition);
          await assertMayGain(
            ctx,
            knex,
            gains,
            [postmortem, replaced],
            options,
          );
        }),
      };
    },
  };
}

/** @throws NotFoundError if there is no such incident or the caller can't see it */
async function seenIncident(
  ctx: DeletionContext,
  tx: Knex,
  rowId: number,
): Promise<IncidentRecord> {
  const seen = (await ctx.incidentList.has(tx, rowId, ctx.access.visible))
    ? await ctx.incidents.get(tx, rowId)
    : undefined;
  if (!seen) throw new NotFoundError(`Incident ${rowId} not found`);
  return seen;
}

/**
 * Locks a postmortem that the caller can change and another that they can see. Locks in number
 * order, to prevent deadlocks.
 *
 * @throws NotFoundError
 * @throws NotAllowedError
 */
async function lockBoth(
  ctx: DeletionContext,
  tx: Knex,
  id: string,
  other: number | undefined,
): Promise<[PostmortemRecord, PostmortemRecord | undefined]> {
  const hold = async () =>
    other === undefined
      ? undefined
      : ctx.postmortems.get(tx, other, { lock: true });
  const isFirst = other !== undefined && other < numberOf(id);
  const early = isFirst ? await hold() : undefined;
  const one = await loadForChange(ctx, tx, id);
  const held = isFirst ? early : await hold();
  const isSeen = held && isAmong(ctx.access.visible, toResource(held));
  return [one, isSeen ? held : undefined];
}

async function coveringOf(
  ctx: DeletionContext,
  tx: Knex,
  postmortem: PostmortemRecord,
): Promise<Covering> {
  const rows = await ctx.incidents.ofPostmortem(tx, postmortem.number);
  await ctx.incidents.lock(
    tx,
    rows.map(({ rowId }) => rowId),
  );
  return {
    postmortem,
    incidents: await ctx.incidents.ofPostmortem(tx, postmortem.number),
  };
}

/**
 * Loads and locks an incident with its current draft.
 *
 * @throws ConflictError if it was given another postmortem concurrently
 */
async function additionOf(
  ctx: DeletionContext,
  tx: Knex,
  seen: IncidentRecord,
  replaced: PostmortemRecord | undefined,
): Promise<Addition> {
  await ctx.incidents.lock(tx, [seen.rowId]);
  const incident = await ctx.incidents.get(tx, seen.rowId);
  if (!incident || incident.postmortem !== replaced?.number) {
    throw new ConflictError(
      'The incident was just linked to another postmortem. Reload and try again',
    );
  }
  return replaced && incident.disposition === 'covered'
    ? {
        replaced,
        incidents: (await coveringOf(ctx, tx, replaced)).incidents,
      }
    : { incidents: [incident] };
}

async function additionToPreview(
  ctx: DeletionContext,
  { incidentId, duplicateId }: { incidentId?: string; duplicateId?: string },
): Promise<Addition> {
  const { knex } = ctx;
  const replacedBy = async (number: number): Promise<Addition> => {
    const replaced = await ctx.postmortems.get(knex, number);
    accessible(ctx, replaced, idOf(number));
    return {
      replaced,
      incidents: await ctx.incidents.ofPostmortem(knex, number),
    };
  };
  if (duplicateId) return replacedBy(numberOf(duplicateId));
  const incident = await seenIncident(ctx, knex, Number(incidentId));
  return incident.postmortem !== undefined && incident.disposition === 'covered'
    ? replacedBy(incident.postmortem)
    : { incidents: [incident] };
}

/**
 * @throws NotAllowedError if the caller can't change the merged side and isn't in a team that owns
 * both sides
 */
function assertMayTakeOver(
  { access }: DeletionContext,
  postmortem: PostmortemRecord,
  { replaced, incidents: [incident] }: Addition,
): void {
  const resource = replaced
    ? toResource(replaced)
    : incidentToResource(incident);
  const sharesTeam = resource.teamRefs.some(
    team => postmortem.teamRefs.includes(team) && access.claims.includes(team),
  );
  if (isAmong(access.permitted, resource) || sharesTeam) return;
  const what = replaced ? idOf(replaced.number) : 'the incident';
  throw new NotAllowedError(
    `You need the ${access.permission} permission for ${what} too, or membership in a team that owns both`,
  );
}

/** @throws ConflictError if someone edited the incident's postmortem, or the incident was merged */
function assertFree({ replaced, incidents: [incident] }: Addition): void {
  if (replaced?.edited) {
    const id = idOf(replaced.number);
    throw new ConflictError(
      `${id} covers the incident and is no longer empty. Merge ${id} instead`,
    );
  }
  if (incident.disposition === 'merged') {
    throw new ConflictError(
      `The incident was merged into ${incident.mergedInto} at its source. Use the postmortem for ${incident.mergedInto}`,
    );
  }
}

/** The message of the error that an operation throws; undefined if it succeeds. */
async function refusalOf(
  check: () => Promise<void>,
): Promise<string | undefined> {
  try {
    await check();
    return undefined;
  } catch (error) {
    if (error instanceof ConflictError || error instanceof NotAllowedError) {
      return error.message;
    }
    throw error;
  }
}
