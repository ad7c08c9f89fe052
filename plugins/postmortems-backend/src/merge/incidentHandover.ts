import type { Knex } from 'knex';
import type { IncidentRecord, SourceFacts } from '../incident/ports';
import type { PostmortemRecord } from '../postmortem/PostmortemRecord';
import {
  OBLIGATION_FIELDS,
  SOURCE_FACT_FIELDS,
  combineSourceFacts,
} from '../incident/ports';
import type { DeletionContext } from '../deletion/ports';

/**
 * The empty merge base, for linking an incident to a postmortem that a person started. Missing
 * facts are filled in from the incident, lists are merged, and a person resolves differences.
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

/**
 * The merge base with the source's values for the facts that determine the deadline. They are
 * already merged, so no person needs to choose.
 */
function obligationAgreed(base: SourceFacts, theirs: SourceFacts): SourceFacts {
  return {
    ...base,
    ...Object.fromEntries(
      OBLIGATION_FIELDS.map(field => [field, theirs[field]]),
    ),
  };
}

/**
 * Moves incidents to a postmortem. If it doesn't follow an incident yet, it follows the first one.
 */
export async function handIncidentsOver(
  ctx: DeletionContext,
  tx: Knex,
  incidents: IncidentRecord[],
  {
    to,
    followed,
    now,
  }: { to: number; followed: IncidentRecord | undefined; now: Date },
): Promise<void> {
  const covered = incidents.filter(
    ({ disposition }) => disposition !== 'merged',
  );
  const first = followed ? undefined : covered[0];
  const others = covered.filter(each => each !== first);
  const leader = followed ?? first;
  for (const { rowId } of covered) {
    await ctx.incidents.forgetLines(tx, rowId);
    await ctx.incidents.cover(tx, rowId, {
      postmortem: to,
      base: undefined,
      now,
    });
  }
  await ctx.incidents.setPostmortem(
    tx,
    incidents.map(({ rowId }) => rowId),
    to,
  );
  if (!leader?.theirs) return;
  const theirs = combineSourceFacts(
    leader.theirs,
    others.flatMap(other => other.theirs ?? []),
    ctx.policy.severities,
  );
  const base = followed?.base ?? NOTHING_AGREED;
  await ctx.incidents.agree(tx, leader.rowId, {
    theirs,
    base: obligationAgreed(base, theirs),
    now,
  });
}

/**
 * Moves incidents back to a restored postmortem, which then follows the first one again. Unless the
 * postmortem is an untouched draft, a person resolves differences.
 */
export async function handIncidentsBack(
  ctx: DeletionContext,
  tx: Knex,
  rowIds: number[],
  { from, to, now }: { from: number; to: PostmortemRecord; now: Date },
): Promise<void> {
  await ctx.incidents.lock(tx, rowIds);
  const incidents = (await ctx.incidents.getMany(tx, rowIds)).filter(
    ({ postmortem }) => postmortem === from,
  );
  const agreed = Object.fromEntries(
    SOURCE_FACT_FIELDS.map(field => [field, to[field]]),
  ) as unknown as SourceFacts;
  await handIncidentsOver(ctx, tx, incidents, {
    to: to.number,
    followed: undefined,
    now,
  });
  const [first] = incidents.filter(
    ({ disposition }) => disposition !== 'merged',
  );
  if (first && !to.edited) await ctx.incidents.setBase(tx, first.rowId, agreed);
  await findLines(ctx, tx, incidents, to.number);
  const left = await ctx.incidents.ofPostmortem(tx, from);
  await followAnother(ctx, tx, left, now);
}

/** After a postmortem's incident was moved away, makes it follow the next one. */
async function followAnother(
  ctx: DeletionContext,
  tx: Knex,
  left: IncidentRecord[],
  now: Date,
): Promise<void> {
  const [next, ...others] = left.filter(
    ({ disposition }) => disposition === 'covered',
  );
  if (!next?.theirs) return;
  const theirs = next.base
    ? next.theirs
    : combineSourceFacts(
        next.theirs,
        others.flatMap(other => other.theirs ?? []),
        ctx.policy.severities,
      );
  await ctx.incidents.agree(tx, next.rowId, {
    theirs,
    base: next.base ?? obligationAgreed(NOTHING_AGREED, theirs),
    now,
  });
}

/** Finds timeline events that came from incidents, so none is added twice. */
async function findLines(
  ctx: DeletionContext,
  tx: Knex,
  incidents: IncidentRecord[],
  postmortem: number,
): Promise<void> {
  const events = await ctx.timeline.list(tx, postmortem);
  for (const { rowId, state } of incidents) {
    for (const { key, at, text } of state?.lines ?? []) {
      const event = events.find(
        each => each.occurredAt === at && each.text === text,
      );
      if (event) await ctx.incidents.addLine(tx, rowId, key, event.id);
    }
  }
}
