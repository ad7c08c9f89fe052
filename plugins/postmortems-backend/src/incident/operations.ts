import { ConflictError } from '@backstage/errors';
import type { SeverityChange } from 'backstage-plugin-postmortems-common';
import type { PostmortemsService } from 'backstage-plugin-postmortems-node';
import type { PostmortemFacts } from '../postmortem/PostmortemRecord';
import { factState, takenFact } from './draftSync/mergeFacts';
import { toIncident } from './present';
import { assertNotPublished } from '../postmortem/assertNotPublished';
import { checkTimes } from '../postmortem/checkTimes';
import { actorOf } from '../kernel/actor';
import { canonicalRefs } from '../kernel/normalize';
import { toPostmortem } from '../postmortem/present';
import { record } from '../postmortem/recordHistory';
import {
  assertUnchanged,
  load,
  loadForChange,
  saveFacts,
} from '../postmortem/change';
import type { IncidentContext } from './context';

/** Operations on incidents, and on differences between a postmortem and its source. */
export function incidentOperations(
  ctx: IncidentContext,
): Pick<PostmortemsService, 'listIncidents' | 'chooseSourceFact'> {
  return {
    async listIncidents({ query }) {
      const { limit, cursor, totalItems, ...filter } = query;
      const page = await ctx.incidentList.list(ctx.knex, {
        filter: {
          ...filter,
          disposition: filter.disposition ?? ['waiting'],
          severity: filter.severity?.map(severity =>
            severity === 'none'
              ? severity
              : ctx.policy.severities.resolve(severity, 'severity'),
          ),
          entityRef: filter.entityRef && canonicalRefs(filter.entityRef),
          teamRef: filter.teamRef?.map(ref =>
            ref === 'none' ? ref : canonicalRefs([ref])[0],
          ),
        },
        visible: ctx.access.visible,
        limit,
        cursor,
        totalItems,
      });
      const records = await ctx.incidents.getMany(ctx.knex, page.items);
      return {
        ...page,
        // Only operators see error details.
        items: records.map(each => ({
          ...toIncident(ctx, each),
          ...(ctx.access.override === 'none' && { error: undefined }),
        })),
      };
    },

    async chooseSourceFact({ params, body, ifMatch }, options) {
      const { field } = params;
      // Load it before the transaction, which must not wait for the catalog.
      const ownership =
        field === 'entityRefs' && body.choose === 'source'
          ? await ownershipOfTaken(ctx, params.id, options)
          : undefined;
      return ctx.knex.transaction(async tx => {
        const current = await loadForChange(ctx, tx, params.id);
        await assertUnchanged(ctx, tx, current, ifMatch, options);
        const incident = await ownIncident(ctx, tx, current.number);
        const three = incident && { ...incident, ours: current };
        const differs = three && factState(field, three) === 'differs';
        const now = ctx.clock();
        const by = {
          actorRef: actorOf(options.credentials),
          at: now.toISOString(),
        };
        if (body.choose === 'source') {
          if (!differs) {
            throw new ConflictError(
              `${field} already matches the source, so there is nothing to choose`,
            );
          }
          assertNotPublished(current);
          const fact = takenFact(field, three);
          const taken = {
            [field]:
              field === 'severityHistory'
                ? ctx.policy.severities.keepPeak(
                    current.severityHistory,
                    fact as SeverityChange[],
                  )
                : fact,
          };
          const facts: PostmortemFacts = {
            ...current,
            ...taken,
            ...(ownership ?? {}),
          };
          checkTimes(facts, now);
          await saveFacts(ctx, tx, current, facts, {
            ...by,
            // A source's change may make the postmortem visible to everyone without a check. But
            // another of its incidents may be private, so check visibility like a person's change.
            because: field === 'visibility' ? undefined : { by: 'source' },
          });
        } else if (differs) {
          await ctx.postmortems.touchFacts(tx, current.number, by.at);
          await record(ctx, tx, current.number, [
            {
              ...by,
              action: 'source-fact-kept',
              field,
              before: three.theirs[field],
              after: current[field],
            },
          ]);
        }
        if (differs) {
          await ctx.incidents.setBase(tx, three.rowId, {
            ...three.base,
            [field]: three.theirs[field],
          });
        }
        const after = await ctx.postmortems.get(tx, current.number);
        return toPostmortem(ctx, tx, after!, options);
      });
    },
  };
}

/** The incident that a postmortem follows, with its merge base and current facts. */
async function ownIncident(
  ctx: IncidentContext,
  tx: IncidentContext['knex'],
  postmortem: number,
) {
  const [own] = await ctx.incidents.ofPostmortem(tx, postmortem);
  return own?.base && own.theirs
    ? { rowId: own.rowId, base: own.base, theirs: own.theirs }
    : undefined;
}

async function ownershipOfTaken(
  ctx: IncidentContext,
  id: string,
  { credentials }: Parameters<PostmortemsService['chooseSourceFact']>[1],
) {
  const current = await load(ctx, id);
  const incident = await ownIncident(ctx, ctx.knex, current.number);
  if (!incident) return undefined;
  const taken = takenFact('entityRefs', { ...incident, ours: current });
  // The source's entities were in the catalog when the source reported them. Keep those that left
  // since.
  const { ownership } = await ctx.linking.link(
    taken as string[],
    [],
    credentials,
  );
  return ownership;
}
