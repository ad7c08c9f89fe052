/**
 * Copies related data into each postmortem row for reading. The join tables remain for filtering.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('postmortems', table => {
    table
      .text('related')
      .comment('JSON: entities, teams, labels, contributors, reviewers');
    table
      .integer('related_revision')
      .comment(
        'Of the row when related was written; if it has another now, the join tables know better',
      );
  });

  const isPostgres = knex.client.config.client.includes('pg');
  const object = isPostgres ? 'json_build_object' : 'json_object';
  const array = (table, value, orderBy) => {
    const values = isPostgres
      ? `coalesce(json_agg(${value} order by ${orderBy}), '[]')`
      : `json_group_array(${value} order by ${orderBy})`;
    // SQLite would treat a query result as text.
    return `${
      isPostgres ? '' : 'json'
    }((select ${values} from ${table} where postmortem_id = postmortems.id))`;
  };
  const contributor = `${object}('userRef', user_ref, 'role', role)`;
  await knex.raw(
    `update postmortems set related_revision = revision, related = ${object}(
      'entityRefs', ${array('postmortem_entities', 'entity_ref', 'position')},
      'teamRefs', ${array('postmortem_teams', 'team_ref', 'team_ref')},
      'labels', ${array('postmortem_labels', 'label', 'label')},
      'contributors', ${array(
        'postmortem_contributors',
        contributor,
        'position',
      )},
      'reviewerRefs', ${array(
        'postmortem_reviewers',
        'reviewer_ref',
        'position',
      )}
    )`,
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  // Raw SQL: on SQLite the schema builder recreates the table, which deletes all referencing rows.
  await knex.raw('alter table postmortems drop column related');
  await knex.raw('alter table postmortems drop column related_revision');
};
