// @ts-check

/** The lists of groups, and the tables that they are derived from. */
const LISTS = [
  {
    list: 'group_postmortems',
    rows: 'postmortems',
    order: 'started_at',
    id: 'postmortem_id',
    teams: 'postmortem_teams',
  },
  {
    list: 'group_action_items',
    rows: 'action_items',
    order: 'due_order',
    id: 'action_item_id',
    teams: 'action_item_teams',
  },
];

const LOCK_NOT_AVAILABLE = '55P03';
const LOCK_PAUSE_MS = 50;
/** Two minutes of attempts. */
const LOCK_ATTEMPTS = 2_400;

/** The events of a trigger, each with its row. */
const EVENTS = [
  ['insert', 'new'],
  ['delete', 'old'],
];

/**
 * Lists every postmortem and action item under each of its teams and all groups above them, in the
 * order of pages. Triggers keep the lists up to date with every change of a row or its teams, by
 * whichever version. Changes of the hierarchy are noted, and the plugin applies them in steps.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPostgres = knex.client.config.client.includes('pg');
  if (isPostgres) await lockAll(knex);

  await knex.schema.createTable('group_changes', table => {
    table.comment('Changes of the hierarchy that the lists do not have yet');
    table.increments('id');
    table.string('group_ref', 320).notNullable();
    table
      .string('team_ref', 320)
      .notNullable()
      .comment('The team that is now, or no longer, below the group');
    table.index(['group_ref'], 'group_changes_group_ref_idx');
  });
  await knex.raw(
    'create index team_ancestors_team_ref_idx on team_ancestors (team_ref, ancestor_ref)',
  );
  if (isPostgres) {
    await knex.raw(`
      create function group_changes_note() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' then
          insert into group_changes (group_ref, team_ref)
            values (old.ancestor_ref, old.team_ref);
        else
          insert into group_changes (group_ref, team_ref)
            values (new.ancestor_ref, new.team_ref);
        end if;
        return null;
      end $$`);
    for (const [event, pair] of EVENTS) {
      await knex.raw(
        `create trigger group_changes_${event} after ${event} on team_ancestors for each row when (${pair}.ancestor_ref <> ${pair}.team_ref) execute function group_changes_note()`,
      );
    }
  } else {
    for (const [event, pair] of EVENTS) {
      await knex.raw(`
        create trigger group_changes_${event} after ${event} on team_ancestors
          when ${pair}.ancestor_ref <> ${pair}.team_ref
        begin
          insert into group_changes (group_ref, team_ref)
            values (${pair}.ancestor_ref, ${pair}.team_ref);
        end`);
    }
  }

  for (const list of LISTS) {
    await createList(knex, list);
    // First, so that this waits for changes that are under way.
    await (isPostgres ? followOnPostgres : followOnSqlite)(knex, list);
    await knex.raw(insertSql(list));
    if (isPostgres) await knex.raw(`analyze ${list.list}`);
  }
};

/**
 * Locks everything that is changed here, all at once or not at all. Instances of the previous
 * version write to these tables in different orders, so waiting for one while holding another could
 * deadlock.
 *
 * @param {import('knex').Knex} knex
 */
async function lockAll(knex) {
  for (let attempt = 1; ; attempt++) {
    try {
      // A savepoint, so that a failure releases what it has locked.
      await knex.transaction(savepoint =>
        savepoint.raw(
          'lock table postmortems, postmortem_teams, action_items, action_item_teams, team_ancestors in share row exclusive mode nowait',
        ),
      );
      return;
    } catch (error) {
      const { code } = /** @type {{ code?: string }} */ (error);
      if (code !== LOCK_NOT_AVAILABLE || attempt === LOCK_ATTEMPTS) throw error;
      await new Promise(resolve => setTimeout(resolve, LOCK_PAUSE_MS));
    }
  }
}

/**
 * @param {import('knex').Knex} knex
 * @param {LISTS[number]} names
 */
async function createList(knex, { list, rows, order, id }) {
  const isPostgres = knex.client.config.client.includes('pg');
  // Without row ids, the table is the index that pages are read from.
  await knex.raw(`
    create table ${list} (
      group_ref varchar(320) not null,
      ${order} ${isPostgres ? 'timestamptz' : 'datetime'} not null,
      ${id} integer not null references ${rows} (id) on delete cascade,
      primary key (group_ref, ${order}, ${id})
    )${isPostgres ? '' : ' without rowid'}`);
  await knex.raw(`create index ${list}_${id}_idx on ${list} (${id})`);
}

/**
 * The groups of one row or, by default, of all rows.
 *
 * @param {LISTS[number]} names
 * @param {string} [row]
 */
function groupsSql({ rows, order, id, teams }, row) {
  const where = row ? ` where ${teams}.${id} = ${row}` : '';
  const columns = `${rows}.${order}, ${rows}.id`;
  const from = `from ${teams} join ${rows} on ${rows}.id = ${teams}.${id}`;
  return `
    select ${teams}.team_ref as group_ref, ${columns} ${from}${where}
    union
    select team_ancestors.ancestor_ref, ${columns} ${from}
      join team_ancestors on team_ancestors.team_ref = ${teams}.team_ref${where}`;
}

/**
 * Adds missing entries of one row or, by default, of all rows.
 *
 * @param {LISTS[number]} names
 * @param {string} [row]
 */
function insertSql(names, row) {
  const { list, order, id } = names;
  // SQLite needs the condition to parse the conflict clause.
  return `
    insert into ${list} (group_ref, ${order}, ${id})
      select * from (${groupsSql(names, row)}) as wanted where true
      on conflict do nothing`;
}

/**
 * Deletes what a row is no longer listed under.
 *
 * @param {LISTS[number]} names
 * @param {string} row
 */
function deleteSql(names, row) {
  const { list, id } = names;
  return `
    delete from ${list} where ${id} = ${row} and group_ref not in (
      select group_ref from (${groupsSql(names, row)}) as wanted)`;
}

/**
 * @param {import('knex').Knex} knex
 * @param {LISTS[number]} names
 */
async function followOnSqlite(knex, names) {
  const { list, rows, order, id, teams } = names;
  await knex.raw(
    `create trigger ${list}_team_added after insert on ${teams} begin ${insertSql(
      names,
      `new.${id}`,
    )}; end`,
  );
  await knex.raw(
    `create trigger ${list}_team_removed after delete on ${teams} begin ${deleteSql(
      names,
      `old.${id}`,
    )}; end`,
  );
  await knex.raw(
    `create trigger ${list}_moved after update of ${order} on ${rows} when new.${order} <> old.${order} begin update ${list} set ${order} = new.${order} where ${id} = new.id; end`,
  );
}

/**
 * @param {import('knex').Knex} knex
 * @param {LISTS[number]} names
 */
async function followOnPostgres(knex, names) {
  const { list, rows, order, id, teams } = names;
  // The locks order this after a change of the hierarchy, which excludes them, and after a step of
  // the plugin with the same row. Each statement sees what was committed before it.
  await knex.raw(`
    create function ${list}_follow() returns trigger language plpgsql as $$
    begin
      lock table team_ancestors in row share mode;
      if tg_op = 'DELETE' then
        perform from ${rows} where id = old.${id} for no key update;
        ${deleteSql(names, `old.${id}`)};
      else
        perform from ${rows} where id = new.${id} for no key update;
        ${insertSql(names, `new.${id}`)};
      end if;
      return null;
    end $$`);
  await knex.raw(
    `create trigger ${list}_follow after insert or delete on ${teams} for each row execute function ${list}_follow()`,
  );
  await knex.raw(`
    create function ${list}_move() returns trigger language plpgsql as $$
    begin
      update ${list} set ${order} = new.${order} where ${id} = new.id;
      return null;
    end $$`);
  await knex.raw(
    `create trigger ${list}_move after update of ${order} on ${rows} for each row when (new.${order} <> old.${order}) execute function ${list}_move()`,
  );
}

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  const isPostgres = knex.client.config.client.includes('pg');
  for (const { list, rows, teams } of LISTS) {
    if (isPostgres) {
      await knex.raw(`drop trigger ${list}_follow on ${teams}`);
      await knex.raw(`drop trigger ${list}_move on ${rows}`);
      await knex.raw(`drop function ${list}_follow, ${list}_move`);
    } else {
      for (const event of ['team_added', 'team_removed', 'moved']) {
        await knex.raw(`drop trigger ${list}_${event}`);
      }
    }
    await knex.schema.dropTable(list);
  }
  if (isPostgres) {
    await knex.raw('drop trigger group_changes_insert on team_ancestors');
    await knex.raw('drop trigger group_changes_delete on team_ancestors');
    await knex.raw('drop function group_changes_note');
  } else {
    await knex.raw('drop trigger group_changes_insert');
    await knex.raw('drop trigger group_changes_delete');
  }
  await knex.raw('drop index team_ancestors_team_ref_idx');
  await knex.schema.dropTable('group_changes');
};
