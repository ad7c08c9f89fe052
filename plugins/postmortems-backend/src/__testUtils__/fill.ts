import type { Knex } from 'knex';
import { contributingFactorCategorySchema } from 'backstage-plugin-postmortems-common';
import { foldChanges } from '../compliance/figures/foldChanges';
import { factorKey } from '../postmortem/factorKey';
import { rebuildIndex } from './searchIndex';
import { textsOf } from './texts';
import { toRelatedColumns } from '../postmortem/related';
import { updateGroupLists } from '../team/updateGroupLists';

const DAY = 86_400_000;

/** The amount of data. */
export interface Size {
  postmortems: number;
  /** Number of action items per postmortem that has any. */
  actionItems: number;
  /** Every n-th postmortem has action items. */
  withActionItems: number;
  entities: number;
  teams: number;
  /** Words in the sections of each postmortem. Default: no sections. */
  words?: number;
}

export const teamRef = (number: number) => `group:default/team-${number}`;

export const serviceRef = (number: number) =>
  `component:default/service-${number}`;

export const isRestricted = (id: number) => id % 40 === 7;

/** How many people are owners, contributors and reviewers. */
export const PEOPLE = 1_000;

export const userRef = (number: number) =>
  `user:default/user-${number % PEOPLE}`;

/** The number of the owning team of a postmortem. */
export const teamOf = (id: number, { teams }: Pick<Size, 'teams'>) =>
  id % teams;

/** A team with its ancestors. Each has four sub-teams, so 300 teams are five levels deep. */
export function chainOf(number: number): number[] {
  return number === 0
    ? [0]
    : [number, ...chainOf(Math.floor((number - 1) / 4))];
}

/**
 * Inserts postmortems over three years in all states, with entities, people, teams and action
 * items, into empty tables.
 *
 * @param now - deadlines are around this time
 */
export async function fill(knex: Knex, size: Size, now: Date): Promise<void> {
  const related = (id: number) => ({
    entityRefs: [serviceRef(id % size.entities)],
    teamRefs: [teamRef(teamOf(id, size))],
    labels: [`label-${id % 20}`],
    contributors: [{ userRef: userRef(id), role: 'responder' }],
    reviewerRefs: [userRef(id + 1)],
    revision: 1,
  });
  const into = (table: string, perId: (id: number) => object[]) =>
    insertInSteps(knex, table, size.postmortems, perId);

  await insertInSteps(knex, 'team_ancestors', size.teams, number =>
    chainOf(number - 1).map(ancestor => ({
      team_ref: teamRef(number - 1),
      ancestor_ref: teamRef(ancestor),
    })),
  );
  await updateGroupLists(knex);
  await into('postmortems', id => [
    { ...aPostmortem(id, now.getTime()), ...toRelatedColumns(related(id)) },
  ]);
  await into('postmortem_entities', id =>
    related(id).entityRefs.map(entity_ref => ({
      postmortem_id: id,
      entity_ref,
      position: 0,
    })),
  );
  await into('postmortem_contributors', id =>
    related(id).contributors.map(contributor => ({
      postmortem_id: id,
      user_ref: contributor.userRef,
      role: contributor.role,
      position: 0,
    })),
  );
  await into('postmortem_reviewers', id =>
    related(id).reviewerRefs.map(reviewer_ref => ({
      postmortem_id: id,
      reviewer_ref,
      position: 0,
    })),
  );
  await into('postmortem_teams', id =>
    related(id).teamRefs.map(team_ref => ({ postmortem_id: id, team_ref })),
  );
  await into('postmortem_labels', id =>
    related(id).labels.map(label => ({ postmortem_id: id, label })),
  );
  await into('postmortem_contributing_factors', id =>
    [id, id * 7].map(seed => ({
      postmortem_id: id,
      title: 'A condition',
      title_key: factorKey('A condition'),
      category:
        contributingFactorCategorySchema.options[
          seed % contributingFactorCategorySchema.options.length
        ],
      description: '',
      revision: 1,
    })),
  );
  await fillActionItems(knex, size, now.getTime());
  await fillTexts(knex, size, now);
  await rebuildIndex(knex);
  await foldChanges(knex, now);
  await knex.raw('analyze');
}

function aPostmortem(id: number, now: number) {
  const index = id - 1;
  const started = new Date(now - (index % 1_095) * DAY - index * 1_000);
  const resolved = new Date(started.getTime() + 3_600_000);
  const rank = 1 + (index % 5);
  const required = rank <= 2;
  const due = required ? new Date(resolved.getTime() + 5 * DAY) : null;
  const finished = index % 50 !== 0;
  const published = finished
    ? new Date(resolved.getTime() + (1 + (index % 7)) * DAY)
    : null;
  return {
    title: `Incident ${index} of service ${index % 500}`,
    title_key: `incident ${index} of service ${index % 500}`,
    severity: `SEV-${rank}`,
    governing_severity: `SEV-${rank}`,
    governing_rank: rank,
    severity_history: JSON.stringify([
      { severity: `SEV-${rank}`, at: started.toISOString() },
    ]),
    outcome: 'incident',
    started_at: started,
    resolved_at: resolved,
    status: finished ? 'published' : 'draft',
    published_at: published,
    required,
    completed_at: published,
    due_at: due,
    due_order: due ?? new Date('9999-12-31'),
    warn_at: due && new Date(due.getTime() - DAY),
    owner_ref: index % 20 === 0 ? null : userRef(index % 200),
    visibility: isRestricted(id) ? 'restricted' : 'internal',
    links: '[]',
    revision: 1,
    created_at: started,
    created_by: 'user:default/alice',
    updated_at: started,
  };
}

/** Nine of ten action items are closed. */
async function fillActionItems(knex: Knex, size: Size, now: number) {
  const carriers = Math.floor(size.postmortems / size.withActionItems);
  const all = carriers * size.actionItems;
  // Consecutive per postmortem, as people write them.
  const postmortemOf = (index: number) =>
    1 + Math.floor(index / size.actionItems) * size.withActionItems;

  await insertInSteps(knex, 'action_items', all, number => {
    const index = number - 1;
    const isOpen = index % 10 === 0;
    const due = new Date(
      isOpen
        ? now + ((index / 10) % 60) * DAY - 30 * DAY
        : now - (index % 1_000) * DAY,
    );
    return [
      {
        postmortem_id: postmortemOf(index),
        number: 1 + (index % size.actionItems),
        position: index % size.actionItems,
        title: `Mend ${index}`,
        title_key: `mend ${index}`,
        description: '',
        kind: 'prevent',
        priority: `P${index % 4}`,
        status: isOpen ? ['open', 'in-progress'][(index / 10) % 2] : 'done',
        owner_ref: userRef(index % 200),
        due_at: due,
        due_order: due,
        committed_at: new Date(now - (index % 1_000) * DAY),
        closed_at: isOpen ? null : due,
        revision: 1,
        created_at: new Date(now - (index % 1_000) * DAY),
        updated_at: new Date(now),
      },
    ];
  });
  await insertInSteps(knex, 'action_item_teams', all, number => [
    {
      action_item_id: number,
      team_ref: teamRef(teamOf(postmortemOf(number - 1), size)),
      is_owner: false,
    },
  ]);
}

async function fillTexts(
  knex: Knex,
  { postmortems, words = 0 }: Size,
  now: Date,
): Promise<void> {
  if (words === 0) return;
  await insertInSteps(knex, 'postmortem_sections', postmortems, id =>
    textsOf(id, words).map(({ key, markdown }) => ({
      postmortem_id: id,
      section_key: key,
      markdown,
      revision: 1,
      updated_at: now,
      updated_by: 'user:default/alice',
    })),
  );
}

/** Below SQLite's limit on bound parameters. */
const VALUES = 800;
const STEP = 1_000;

async function insertInSteps(
  knex: Knex,
  table: string,
  count: number,
  rowsOf: (number: number) => object[],
): Promise<void> {
  for (let start = 1; start <= count; start += STEP) {
    const length = Math.min(STEP, count - start + 1);
    const rows = Array.from({ length }, (_, index) =>
      rowsOf(start + index),
    ).flat();
    const columns = Object.keys(rows[0]).length;
    await knex.batchInsert(table, rows, Math.floor(VALUES / columns));
  }
}
