// @ts-check

const LOCK_NOT_AVAILABLE = '55P03';
const LOCK_PAUSE_MS = 50;
/** Two minutes of attempts. */
const LOCK_ATTEMPTS = 2_400;

const STATUSES = [
  'not-required',
  'pending',
  'on-track',
  'due-soon',
  'overdue',
  'met',
  'late',
  'waived',
  'claimed',
];

/** Columns with one count per status. */
const STATUS_COLUMNS = STATUSES.map(status => status.replace('-', '_'));

const OTHER_COUNTS = [
  'by_exception',
  'created_by_person',
  'imported',
  'deleted',
];

const CHANGE_COLUMNS = [
  'list',
  'group_ref',
  'at',
  'weight',
  'status',
  ...OTHER_COUNTS,
  'publish_ms',
  'started_at',
];

/** What the counts depend on. */
const FACTS = (
  'visibility required claimed waived_until due_at warn_at completed_at exceptions origin ' +
  'deletions teamless started_at resolved_at published_at'
).split(' ');

/**
 * Events of a postmortem: name, event, row with its id, and whether they add or remove it. Its facts
 * are read from the table, so this is before or after.
 *
 * @type {[string, string, 'old' | 'new', 1 | -1][]}
 */
const ROW_EVENTS = [
  ['added', 'after insert', 'new', 1],
  ['changing', 'before update', 'old', -1],
  ['changed', 'after update', 'new', 1],
  ['deleting', 'before delete', 'old', -1],
];

/**
 * Events of a membership.
 *
 * @type {['insert' | 'delete', 'old' | 'new', 1 | -1][]}
 */
const GROUP_EVENTS = [
  ['insert', 'new', 1],
  ['delete', 'old', -1],
];

/** The tables that say which groups a postmortem counts for. */
const MEMBERSHIPS = [
  { list: 'team', table: 'postmortem_teams', group: 'team_ref' },
  { list: 'group', table: 'group_postmortems', group: 'group_ref' },
];

/**
 * Counts the postmortems of each group by compliance status. Restricted ones are not counted,
 * because not everyone can see them.
 *
 * Triggers add each change of a postmortem or its groups to `group_compliance_changes`, and the
 * plugin folds them into `group_compliance`. What only the clock changes, such as a deadline that
 * passes, is noted ahead as changes at a later time.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPostgres = knex.client.config.client.includes('pg');
  if (isPostgres) await lockAll(knex);
  await knex.schema.createTable('group_compliance', table => {
    table.comment('Compliance of each group, without later changes');
    addGroup(table);
    table.primary(['list', 'group_ref']);
    for (const column of ['total', ...STATUS_COLUMNS, ...OTHER_COUNTS]) {
      table.integer(column).notNullable();
    }
    table.timestamp('latest_started_at').nullable();
    table
      .integer('publish_count')
      .nullable()
      .comment('Number of times to publish; null until they are known');
    table.double('publish_median').nullable().comment('Milliseconds');
    table
      .integer('publish_below')
      .nullable()
      .comment('Number of times to publish before the stored ones');
    table
      .text('publish_values')
      .nullable()
      .comment('Those around the median, in milliseconds, as sorted JSON');
  });
  await knex.schema.createTable('group_compliance_changes', table => {
    table.comment('Changes that group_compliance does not have yet');
    table.bigIncrements('id');
    addGroup(table);
    table
      .timestamp('at')
      .notNullable()
      .comment('When it takes effect; in 1970 if it already has');
    table
      .integer('weight')
      .notNullable()
      .comment('1 to add a postmortem to a status, -1 to remove it');
    table.string('status', 16).notNullable();
    for (const column of OTHER_COUNTS) table.integer(column).notNullable();
    table.bigInteger('publish_ms').nullable();
    table.timestamp('started_at').notNullable();
    table.index(['at'], 'group_compliance_changes_at_idx');
  });
  await knex.raw(
    `create index postmortems_restricted_idx on postmortems (visibility, owner_ref, commander_ref, governing_severity, id) where visibility = 'restricted'`,
  );

  await (isPostgres ? followOnPostgres : followOnSqlite)(knex);
  const sql = dialect(isPostgres);
  const all = changesSql(sql, { memberships: membershipsSql(), weight: 1 });
  const counts = [
    ...STATUSES.map(
      status => `coalesce(sum(weight) filter (where status = '${status}'), 0)`,
    ),
    ...OTHER_COUNTS.map(column => `sum(${column})`),
  ];
  await knex.raw(`
    insert into group_compliance
      (list, group_ref, total, ${[...STATUS_COLUMNS, ...OTHER_COUNTS]})
    select list, group_ref, sum(weight), ${counts}
      from (${all}) as changes where at = ${sql.always}
      group by list, group_ref`);
  await knex.raw(`
    insert into group_compliance_changes (${CHANGE_COLUMNS})
    select * from (${all}) as changes where at > ${sql.always}`);
  if (isPostgres) await knex.raw('analyze group_compliance');
};

/**
 * Locks everything that is changed here, all at once or not at all: instances of the previous
 * version write to these tables in different orders.
 *
 * @param {import('knex').Knex} knex
 */
async function lockAll(knex) {
  for (let attempt = 1; ; attempt++) {
    try {
      // A savepoint, so that a failure releases what it has locked.
      await knex.transaction(savepoint =>
        savepoint.raw(
          'lock table postmortems, postmortem_teams, group_postmortems in share row exclusive mode nowait',
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

/** @param {import('knex').Knex.CreateTableBuilder} table */
function addGroup(table) {
  table
    .string('list', 8)
    .notNullable()
    .comment('team: of owning teams; group: with their sub-teams; any: both');
  table
    .string('group_ref', 320)
    .notNullable()
    .comment('Empty for all postmortems, none for those without a team');
}

/** @param {boolean} isPostgres */
function dialect(isPostgres) {
  return isPostgres
    ? {
        /** The time of what holds from the beginning. */
        always: `timestamptz '1970-01-01 00:00Z'`,
        afterDue: `due_at + interval '1 millisecond'`,
        publishMs: `(extract(epoch from (published_at - resolved_at)) * 1000)::bigint`,
        least: 'least',
        greatest: 'greatest',
      }
    : {
        always: '0',
        afterDue: 'due_at + 1',
        publishMs: 'published_at - resolved_at',
        least: 'min',
        greatest: 'max',
      };
}

/**
 * Selects the groups that a postmortem or, by default, every postmortem counts for.
 *
 * @param {string} [id]
 */
function membershipsSql(id) {
  const where = (/** @type {string} */ column) =>
    id ? `where ${column} = ${id}` : 'where true';
  return [
    `select 'any' as list, '' as group_ref, id as postmortem_id from postmortems ${where(
      'id',
    )}`,
    `select 'any', 'none', id from postmortems ${where('id')} and teamless`,
    ...MEMBERSHIPS.map(
      ({ list, table, group }) =>
        `select '${list}', ${group}, postmortem_id from ${table} ${where(
          'postmortem_id',
        )}`,
    ),
  ].join(' union all ');
}

/**
 * Selects the changes that add postmortems to their groups, or remove them. Must agree with
 * `complianceStatus` in the policy: each postmortem starts with a status, and later times take
 * it from one status to the next.
 *
 * @param {ReturnType<typeof dialect>} sql
 * @param {{ memberships: string; weight: 1 | -1; id?: string }} options - `id` of one postmortem
 */
function changesSql(sql, { memberships, weight, id }) {
  const start = `coalesce(waived_until, ${sql.always})`;
  return `
    select list, group_ref,
      case when step = 0 then ${
        sql.always
      } when step < 3 then waived_until when step < 5 then warned_at else overdue_at end as at,
      ${weight} * sign as weight,
      status,
      case when exceptions > 0 and status in ('met', 'late', 'overdue') then ${weight} * sign else 0 end as by_exception,
      case when origin = 'person' then ${weight} * sign else 0 end as created_by_person,
      case when origin = 'import' then ${weight} * sign else 0 end as imported,
      ${weight} * sign * deletions as deleted,
      publish_ms, started_at
    from (
      select memberships.*, facts.*, steps.step,
        case when step in (1, 3, 5) then -1 else 1 end as sign,
        case step
          when 0 then (case when not required then 'not-required' when claimed then 'claimed' when is_waived then 'waived' else unwaived end)
          when 1 then 'waived' when 2 then unwaived
          when 3 then 'on-track' when 6 then 'overdue' else 'due-soon' end as status
      from (${memberships}) as memberships
      join (
        select id, required, claimed, waived_until, exceptions, origin, deletions, started_at,
          ${sql.publishMs} as publish_ms,
          required and not claimed and waived_until is not null as is_waived,
          required and not claimed and due_at is not null and completed_at is null as is_running,
          case when due_at is null then 'pending' when completed_at <= due_at then 'met' when completed_at is not null then 'late' else 'on-track' end as unwaived,
          ${sql.greatest}(${start}, ${sql.least}(coalesce(warn_at, ${
    sql.afterDue
  }), ${sql.afterDue})) as warned_at,
          ${sql.greatest}(${start}, ${sql.afterDue}) as overdue_at
        from postmortems where visibility = 'internal'${
          id ? ` and id = ${id}` : ''
        }
      ) as facts on facts.id = memberships.postmortem_id
      join (
        select 0 as step union all select 1 union all select 2 union all select 3
        union all select 4 union all select 5 union all select 6
      ) as steps on step = 0 or (step < 3 and is_waived) or (step > 2 and is_running)
    ) as changes`;
}

/**
 * @param {ReturnType<typeof dialect>} sql
 * @param {Parameters<typeof changesSql>[1]} options
 */
function insertSql(sql, options) {
  return `insert into group_compliance_changes (${CHANGE_COLUMNS}) ${changesSql(
    sql,
    options,
  )}`;
}

/** @param {import('knex').Knex} knex */
async function followOnSqlite(knex) {
  const sql = dialect(false);
  const differ = FACTS.map(fact => `new.${fact} is not old.${fact}`).join(
    ' or ',
  );
  for (const [name, event, row, weight] of ROW_EVENTS) {
    await knex.raw(
      `create trigger group_compliance_${name} ${event} on postmortems ${
        event.includes('update') ? `when ${differ} ` : ''
      }begin ${insertSql(sql, {
        memberships: membershipsSql(`${row}.id`),
        weight,
        id: `${row}.id`,
      })}; end`,
    );
  }
  for (const { list, table, group } of MEMBERSHIPS) {
    for (const [event, row, weight] of GROUP_EVENTS) {
      await knex.raw(
        `create trigger group_compliance_${list}_${event} after ${event} on ${table} begin ${insertSql(
          sql,
          {
            memberships: `select '${list}' as list, ${row}.${group} as group_ref, ${row}.postmortem_id as postmortem_id`,
            weight,
            id: `${row}.postmortem_id`,
          },
        )}; end`,
      );
    }
  }
}

/** @param {import('knex').Knex} knex */
async function followOnPostgres(knex) {
  const sql = dialect(true);
  const differ = ['old', 'new']
    .map(row => `(${FACTS.map(fact => `${row}.${fact}`)})`)
    .join(' is distinct from ');
  for (const [name, event, row, weight] of ROW_EVENTS) {
    await knex.raw(`
      create function group_compliance_${name}() returns trigger language plpgsql as $$
      begin
        ${insertSql(sql, {
          memberships: membershipsSql(`${row}.id`),
          weight,
          id: `${row}.id`,
        })};
        return ${event === 'before delete' ? 'old' : 'new'};
      end $$`);
    await knex.raw(
      `create trigger group_compliance_${name} ${event} on postmortems for each row ${
        event.includes('update') ? `when (${differ}) ` : ''
      }execute function group_compliance_${name}()`,
    );
  }
  for (const { list, table, group } of MEMBERSHIPS) {
    for (const [event, row, weight] of GROUP_EVENTS) {
      // The lock makes concurrent changes of a postmortem and its groups see each other.
      await knex.raw(`
        create function group_compliance_${list}_${event}() returns trigger language plpgsql as $$
        begin
          perform from postmortems where id = ${row}.postmortem_id for no key update;
          ${insertSql(sql, {
            memberships: `select '${list}' as list, ${row}.${group} as group_ref, ${row}.postmortem_id as postmortem_id`,
            weight,
            id: `${row}.postmortem_id`,
          })};
          return null;
        end $$`);
      await knex.raw(
        `create trigger group_compliance_${list}_${event} after ${event} on ${table} for each row execute function group_compliance_${list}_${event}()`,
      );
    }
  }
}

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  const isPostgres = knex.client.config.client.includes('pg');
  const triggers = [
    ...ROW_EVENTS.map(([name]) => [`group_compliance_${name}`, 'postmortems']),
    ...MEMBERSHIPS.flatMap(({ list, table }) =>
      GROUP_EVENTS.map(([event]) => [
        `group_compliance_${list}_${event}`,
        table,
      ]),
    ),
  ];
  for (const [name, table] of triggers) {
    if (isPostgres) {
      await knex.raw(`drop trigger ${name} on ${table}`);
      await knex.raw(`drop function ${name}`);
    } else {
      await knex.raw(`drop trigger ${name}`);
    }
  }
  await knex.raw('drop index postmortems_restricted_idx');
  await knex.schema.dropTable('group_compliance_changes');
  await knex.schema.dropTable('group_compliance');
};
