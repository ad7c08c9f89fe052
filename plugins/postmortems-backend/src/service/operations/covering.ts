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

import { ConflictError, NotFoundError } from '@backstage/errors';
import type { PostmortemsService } from 'backstage-plugin-postmortems-node';
import type { Knex } from 'knex';
import type {
  IncidentRecord,
  SourceFacts,
} from '../../database/IncidentRecord';
import type { PostmortemRecord } from '../../database/PostmortemRecord';
import type { IncidentIntake } from '../../incidents/IncidentIntake';
import { removeDraft } from '../../incidents/carryOver';
import { actorOf } from '../actor';
import { idOf } from '../ids';
import { toPostmortem } from '../present';
import { record } from '../recording';
import { loadForChange } from '../saving';
import type { ServiceContext } from '../ServiceContext';

/**
 * What a postmortem that a person started and an incident agree on: nothing yet. So what the one
 * lacks is taken from the other, lists are joined, and where both say something, people choose.
 */
const NOTHING_AGREED: SourceFacts = {
  title: '',
  outcome: 'incident',
  startedAt: '',
  severityHistory: [],
  entityRefs: [],
  contributors: [],
  links: [],
  visibility: 'internal',
};

/** An incident with the postmortem that covers it until now. */
interface HeldIncident {
  incident: IncidentRecord;
  draft?: PostmortemRecord;
}

/** Incidents that a person says a postmortem covers. */
export function coveringOperations(
  ctx: ServiceContext,
  intake: Pick<IncidentIntake, 'nudge'>,
): Pick<PostmortemsService, 'coverIncident'> {
  return {
    async coverIncident({ params }, options) {
      const rowId = Number(params.incidentId);
      const covering = await ctx.knex.transaction(async tx => {
        const postmortem = await loadForChange(ctx, tx, params.id);
        const held = await holdIncident(ctx, tx, rowId);
        const { incident, draft } = held;
        if (incident.postmortem === postmortem.number) {
          return toPostmortem(ctx, tx, postmortem, options);
        }
        const [followed] = await ctx.incidents.ofPostmortem(
          tx,
          postmortem.number,
        );
        assertMayCover(ctx, postmortem, held, followed);

        const now = ctx.clock();
        const by = {
          actorRef: actorOf(options.credentials),
          at: now.toISOString(),
        };
        if (draft) {
          const reason = `${idOf(postmortem.number)} covers the incident.`;
          await removeDraft(ctx, tx, draft, incident, { ...by, reason });
        }
        await ctx.incidents.forgetLines(tx, rowId);
        await ctx.incidents.cover(tx, rowId, {
          postmortem: postmortem.number,
          base: followed?.base ? undefined : NOTHING_AGREED,
          now,
        });
        await ctx.postmortems.touchFacts(tx, postmortem.number, by.at);
        await record(ctx, tx, postmortem.number, [
          { ...by, action: 'incident-covered', after: incident.title },
        ]);
        const after = await ctx.postmortems.get(tx, postmortem.number);
        return toPostmortem(ctx, tx, after!, options);
      });
      intake.nudge();
      return covering;
    },
  };
}

/**
 * Holds an incident until the transaction ends, with the draft that nobody has begun, if it has
 * one. First the draft, as everywhere, so that nobody waits for each other.
 *
 * @throws NotFoundError where the caller sees no such incident
 * @throws ConflictError where it got another postmortem meanwhile
 */
async function holdIncident(
  ctx: ServiceContext,
  tx: Knex,
  rowId: number,
): Promise<HeldIncident> {
  const seen = (await ctx.incidentList.has(tx, rowId, ctx.access.visible))
    ? await ctx.incidents.get(tx, rowId)
    : undefined;
  if (!seen) throw new NotFoundError(`There is no incident ${rowId}`);
  const draft =
    seen.postmortem === undefined
      ? undefined
      : await loadForChange(ctx, tx, idOf(seen.postmortem));
  await ctx.incidents.lock(tx, [rowId]);
  const incident = await ctx.incidents.get(tx, rowId);
  if (incident?.postmortem !== seen.postmortem) {
    throw new ConflictError(
      'The incident got another postmortem just now. Look again and decide anew',
    );
  }
  return { incident: incident!, draft };
}

/** @throws ConflictError where the postmortem cannot stand for the incident */
function assertMayCover(
  { policy }: ServiceContext,
  postmortem: PostmortemRecord,
  { incident, draft }: HeldIncident,
  followed: IncidentRecord | undefined,
): void {
  const id = idOf(postmortem.number);
  if (draft?.begun) {
    throw new ConflictError(
      `${idOf(draft.number)} covers the incident, and somebody has begun it`,
    );
  }
  if (incident.standing === 'merged') {
    throw new ConflictError(
      `The incident went on as part of ${incident.mergedInto}: the postmortem of that covers it`,
    );
  }
  if (
    incident.visibility === 'restricted' &&
    postmortem.visibility !== 'restricted'
  ) {
    throw new ConflictError(
      `The incident is private and ${id} is not: restrict ${id} first`,
    );
  }
  // Where both say a severity people choose; of a second incident nothing is shown to choose.
  const { governingSeverity } = incident;
  const severities = [postmortem.governingSeverity, governingSeverity].flatMap(
    severity => (severity ? [{ severity }] : []),
  );
  if (
    followed?.base &&
    policy.severities.governing(severities) !== postmortem.governingSeverity
  ) {
    throw new ConflictError(
      `The incident was ${governingSeverity} and ${id} is ${postmortem.governingSeverity}: raise the severity of ${id} first`,
    );
  }
}
