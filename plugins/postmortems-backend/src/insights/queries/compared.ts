import type { Knex } from 'knex';
import { LIMITS } from 'backstage-plugin-postmortems-common';
import type {
  ContributingFactorCategory,
  Insights,
  StruckAgainWork,
} from 'backstage-plugin-postmortems-common';
import { idOf } from '../../kernel/ids';
import type { DbTime } from '../../kernel/db/time';
import { STRUCK_AGAIN_MS, pairsThatStruckAgain } from '../rules/struckAgain';
import type { Compared, Pair } from '../rules/struckAgain';
import { postmortemsIn } from './selection';
import type { InsightsRequest } from './selection';

/** Compares each postmortem in the range with those of the year before it. */
export async function readStruckAgain(
  knex: Knex,
  request: InsightsRequest,
  now: Date,
): Promise<Insights['struckAgain']> {
  const from = Date.parse(request.range.startedAfter);
  const { postmortems, isBounded } = await readCompared(
    knex,
    request,
    new Date(from - STRUCK_AGAIN_MS),
    now,
  );
  const pairs = pairsThatStruckAgain(postmortems, from);
  const work: Record<StruckAgainWork, number> = { open: 0, done: 0, none: 0 };
  for (const pair of pairs) work[pair.work] += 1;
  return {
    n: pairs.length,
    work,
    pairs: pairs.slice(0, LIMITS.insightsPairs).map(toStruckAgain),
    truncated: pairs.length > LIMITS.insightsPairs,
    ...(isBounded && { searchedNewest: LIMITS.insightsCompared }),
  };
}

function toStruckAgain({ earlier, later, ...shared }: Pair) {
  const toMention = ({ id, title, startedAt }: Compared) => ({
    id: idOf(id),
    title,
    startedAt: new Date(startedAt).toISOString(),
  });
  return { earlier: toMention(earlier), later: toMention(later), ...shared };
}

interface PostmortemRow {
  id: number;
  title: string;
  started_at: DbTime;
}

async function readCompared(
  knex: Knex,
  request: InsightsRequest,
  after: Date,
  now: Date,
): Promise<{ postmortems: Compared[]; isBounded: boolean }> {
  const range = { ...request.range, startedAfter: after.toISOString() };
  const all = () => postmortemsIn(knex, request, range, now);
  const newest = () =>
    all()
      .orderBy('postmortems.started_at', 'desc')
      .orderBy('postmortems.id', 'desc')
      .limit(LIMITS.insightsCompared + 1);
  const rows: PostmortemRow[] = await newest().select(
    'postmortems.id',
    'postmortems.title',
    'postmortems.started_at',
  );
  const isBounded = rows.length > LIMITS.insightsCompared;
  // Order and limit the subquery only if needed: without them, PostgreSQL can use a join.
  const parts = (table: string) =>
    knex(table).whereIn(
      'postmortem_id',
      (isBounded ? newest() : all()).select('postmortems.id'),
    );

  const byId = new Map<number, Compared>();
  for (const row of rows.slice(0, LIMITS.insightsCompared)) {
    byId.set(row.id, {
      id: row.id,
      title: row.title,
      startedAt: new Date(row.started_at).getTime(),
      entityRefs: [],
      factors: new Map(),
      categories: [],
      work: [],
    });
  }
  const entities: { postmortem_id: number; entity_ref: string }[] = await parts(
    'postmortem_entities',
  )
    .select('postmortem_id', 'entity_ref')
    .orderBy(['postmortem_id', 'position']);
  for (const { postmortem_id, entity_ref } of entities) {
    byId.get(postmortem_id)?.entityRefs.push(entity_ref);
  }
  const factors: {
    postmortem_id: number;
    title: string;
    title_key: string;
    category: ContributingFactorCategory | '';
  }[] = await parts('postmortem_contributing_factors')
    .select('postmortem_id', 'title', 'title_key', 'category')
    .orderBy('id');
  for (const { postmortem_id, title, title_key, category } of factors) {
    const own = byId.get(postmortem_id);
    if (own && !own.factors.has(title_key)) own.factors.set(title_key, title);
    if (own && category && !own.categories.includes(category)) {
      own.categories.push(category);
    }
  }
  const work: {
    postmortem_id: number;
    committed_at: DbTime;
    closed_at: DbTime | null;
  }[] = await parts('action_items')
    .whereIn('priority', ['P0', 'P1'])
    .whereNotNull('committed_at')
    .select('postmortem_id', 'committed_at', 'closed_at');
  for (const item of work) {
    byId.get(item.postmortem_id)?.work.push({
      committedAt: new Date(item.committed_at).getTime(),
      closedAt:
        item.closed_at === null
          ? undefined
          : new Date(item.closed_at).getTime(),
    });
  }
  return {
    postmortems: [...byId.values()],
    isBounded,
  };
}
