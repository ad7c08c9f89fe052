import type { Knex } from 'knex';
import { SECTIONS } from 'backstage-plugin-postmortems-common';
import {
  fill,
  serviceRef,
  teamRef,
} from '../../plugins/postmortems-backend/src/__testUtils__/fill';
import {
  COMMON_WORD,
  PHRASE,
  RARE_WORD,
} from '../../plugins/postmortems-backend/src/__testUtils__/texts';
import { migrate } from '../../plugins/postmortems-backend/src/kernel/db/migrate';
import { updateIndex } from '../../plugins/postmortems-backend/src/search/ports';
import type { Target } from './measure';
import type { BenchPortal } from './portal';
import { FLOOR_TABLE, SIZES } from './sizes';

const DAY = 86_400_000;

/** A postmortem with maximum content. */
const RICH = { id: 1, timelineEvents: 100, actionItems: 30 };

/** A postmortem like most others, which exists at any size. */
const ORDINARY = { id: 2 };

/**
 * Creates the plugin's tables, and fills them with the data to measure.
 *
 * @param size - `words` are those in the sections of each postmortem
 */
export async function fillPostmortems(
  knex: Knex,
  size: { postmortems: number; words: number },
  now: Date,
): Promise<void> {
  await migrate(knex);
  await fill(knex, { ...SIZES, ...size }, now);
  await fillRich(knex, now);
  await knex.schema.createTable(FLOOR_TABLE, table => {
    table.increments('id');
    table.string('title', 200);
  });
  const rows = Array.from({ length: size.postmortems }, (_, index) => ({
    title: `Row ${index}`,
  }));
  await knex.batchInsert(FLOOR_TABLE, rows, 500);
  await knex.raw('analyze');
}

async function fillRich(knex: Knex, now: Date): Promise<void> {
  const text = 'What was seen, what was thought, and what was done. '.repeat(
    20,
  );
  const changed = { revision: 1, updated_at: now };
  await knex('postmortem_sections').where({ postmortem_id: RICH.id }).delete();
  await knex.batchInsert(
    'postmortem_sections',
    SECTIONS.map(({ key }) => ({
      ...changed,
      postmortem_id: RICH.id,
      section_key: key,
      markdown: text,
      updated_by: 'user:default/guest',
    })),
  );
  await knex.batchInsert(
    'postmortem_timeline_events',
    Array.from({ length: RICH.timelineEvents }, (_, index) => ({
      postmortem_id: RICH.id,
      occurred_at: new Date(now.getTime() - index * 60_000),
      kind: 'note',
      text: `The graph showed ${index}.`,
      revision: 1,
    })),
    100,
  );
  await knex.batchInsert(
    'action_items',
    Array.from(
      { length: RICH.actionItems - SIZES.actionItems },
      (_, index) => ({
        ...changed,
        postmortem_id: RICH.id,
        number: SIZES.actionItems + 1 + index,
        position: SIZES.actionItems + index,
        title: `Mend ${index}`,
        title_key: `mend ${index}`,
        description: '',
        kind: 'prevent',
        priority: 'P2',
        status: 'proposed',
        due_order: new Date('9999-12-31'),
        created_at: now,
      }),
    ),
    20,
  );
  await updateIndex(knex, RICH.id);
}

export const FLOOR = 'floor';
export const CATALOG = 'the catalog: a page of 25 entities';
export const COMPLIANCE = 'compliance by team';
export const FIRST_PAGE = 'all';
export const LAST_PAGE = 'all, last page';

/** A request with its limits. */
export interface BenchTarget extends Target {
  /** Maximum median, as a multiple of the baseline. */
  atMostFloors?: number;
  /** Minimum throughput, as a share of the baseline. */
  atLeastOfFloor?: number;
}

/** The requests that screens make. */
export async function targetsOf(
  portal: BenchPortal,
  now: Date,
): Promise<BenchTarget[]> {
  const aYearAgo = new Date(now.getTime() - 365 * DAY).toISOString();
  const postmortems = (name: string, query: Record<string, string>) =>
    pages('/api/postmortems/postmortems', name, query);
  const actionItems = (name: string, query: Record<string, string>) =>
    pages('/api/postmortems/action-items', name, query);
  const team = { teamRef: teamRef(1), subTeams: 'include' };

  return [
    { name: FLOOR, path: '/api/postmortems/floor?after=500' },
    { name: CATALOG, path: '/api/catalog/entities/by-query?limit=25' },
    ...postmortems(FIRST_PAGE, {}),
    ...postmortems('tab of a service', { entityRef: serviceRef(7) }),
    ...postmortems('severity, compliance status and date', {
      severity: 'SEV-1',
      complianceStatus: 'late',
      startedAfter: aYearAgo,
    }),
    ...postmortems('team with 84 sub-teams', team),
    ...actionItems('action items of a team with 84 sub-teams', team),
    ...actionItems('overdue action items', { overdue: 'true' }),
    ...searches({
      'search: a rare word': RARE_WORD,
      'search: a word in most postmortems': COMMON_WORD,
      'search: the beginning of that word': COMMON_WORD.slice(0, 4),
      'search: two words': `${COMMON_WORD} ${RARE_WORD}`,
      'search: a phrase': `"${PHRASE}"`,
    }),
    {
      name: LAST_PAGE,
      path: await lastPage(portal),
      atMostFloors: 1.5,
    },
    {
      name: COMPLIANCE,
      path: '/api/postmortems/compliance?groupBy=team',
      atMostFloors: 4,
    },
    {
      name: 'compliance by team, with sub-teams',
      path: '/api/postmortems/compliance?groupBy=team&rollUp=true',
      atMostFloors: 4,
    },
    {
      name: 'insights of a year',
      path: '/api/postmortems/insights',
      atMostFloors: 8,
    },
    {
      name: 'similar to a postmortem',
      path: `/api/postmortems/similar-postmortems?postmortemId=PM-${ORDINARY.id}`,
    },
    {
      name: 'similar to an incident',
      path: `/api/postmortems/similar-postmortems?${new URLSearchParams({
        text: `${COMMON_WORD} ${RARE_WORD} ${PHRASE}`,
        entityRef: serviceRef(7),
      })}`,
    },
    {
      name: 'a postmortem with everything',
      path: `/api/postmortems/postmortems/PM-${RICH.id}`,
      atMostFloors: 2,
    },
  ];
}

function pages(
  path: string,
  name: string,
  query: Record<string, string>,
): BenchTarget[] {
  return [
    {
      name,
      path: `${path}?${new URLSearchParams({
        ...query,
        totalItems: 'exclude',
      })}`,
      atMostFloors: 1.5,
    },
    {
      name: `${name}, with the total`,
      path: `${path}?${new URLSearchParams(query)}`,
      atMostFloors: 2,
    },
  ];
}

function searches(queries: Record<string, string>): BenchTarget[] {
  return Object.entries(queries).map(([name, q]) => ({
    name,
    path: `/api/postmortems/postmortems?${new URLSearchParams({ q })}`,
    atMostFloors: 4,
  }));
}

interface PageOfList {
  items: unknown[];
  pageInfo: { nextCursor?: string };
}

/** Pages to the last 25 items. */
async function lastPage(portal: BenchPortal): Promise<string> {
  const path = '/api/postmortems/postmortems?totalItems=exclude';
  let cursor: string | undefined;
  let last: string | undefined;
  do {
    last = cursor;
    const page: PageOfList = await portal.get(
      `${path}&limit=100${cursor ? `&cursor=${cursor}` : ''}`,
    );
    cursor = page.pageInfo.nextCursor;
  } while (cursor);
  return `${path}&cursor=${last}`;
}
