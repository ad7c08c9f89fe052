// @ts-check

const NAME = '[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?';
const MENTION = new RegExp(
  `(?<![\\w@./:#-])(?:@(?:user:)?(?:(${NAME})/)?(${NAME})|user:(${NAME})/(${NAME}))`,
  'g',
);
const CODE =
  /^(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^\1|$(?![\s\S]))|(?<!`)(`+)(?!`)[^`]+\2(?!`)/gm;
const BATCH = 200;

/**
 * The mentioned users, as of this version.
 *
 * @param {string} markdown
 */
function mentionsIn(markdown) {
  const refs = [...markdown.replace(CODE, ' ').matchAll(MENTION)].map(
    ([, atNamespace, atName, namespace, name]) =>
      `user:${atNamespace ?? namespace ?? 'default'}/${
        atName ?? name
      }`.toLocaleLowerCase('en-US'),
  );
  return [...new Set(refs)];
}

/**
 * Stores the unanswered mentions in existing comments.
 *
 * @param {import('knex').Knex} knex
 */
async function backfill(knex) {
  let after = 0;
  for (;;) {
    const comments = await knex('postmortem_comments')
      .where('id', '>', after)
      .whereNull('resolved_at')
      .where(any =>
        any.whereLike('markdown', '%@%').orWhereLike('markdown', '%user:%'),
      )
      .orderBy('id')
      .limit(BATCH);
    for (const comment of comments) {
      const answered = await knex('postmortem_comments')
        .where({ postmortem_id: comment.postmortem_id, anchor: comment.anchor })
        .where('id', '>', comment.id)
        .pluck('author_ref');
      for (const userRef of mentionsIn(comment.markdown)) {
        if (userRef === comment.author_ref || answered.includes(userRef)) {
          continue;
        }
        await knex('postmortem_mentions').insert({
          user_ref: userRef,
          comment_id: comment.id,
          postmortem_id: comment.postmortem_id,
        });
      }
    }
    if (comments.length < BATCH) return;
    after = comments[comments.length - 1].id;
  }
}

/**
 * Who is mentioned in open comments and has not answered since, and which postmortems no group owns.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('postmortem_mentions', table => {
    table.comment('Unanswered mentions in open comments');
    table.string('user_ref', 320).notNullable();
    table
      .integer('comment_id')
      .unsigned()
      .notNullable()
      .references('id')
      .inTable('postmortem_comments')
      .onDelete('CASCADE');
    table
      .integer('postmortem_id')
      .unsigned()
      .notNullable()
      .references('id')
      .inTable('postmortems')
      .onDelete('CASCADE');
    table.primary(['user_ref', 'comment_id']);
    table.index(['comment_id'], 'postmortem_mentions_comment_id_idx');
    table.index(['postmortem_id'], 'postmortem_mentions_postmortem_id_idx');
  });
  await backfill(knex);

  await knex.schema.alterTable('postmortems', table => {
    table
      .boolean('teamless')
      .notNullable()
      .defaultTo(false)
      .comment('Whether no group owns it, only users or nobody');
  });
  await knex('postmortems')
    .whereNotIn(
      'id',
      knex('postmortem_teams')
        .select('postmortem_id')
        .whereLike('team_ref', 'group:%'),
    )
    .update({ teamless: true });
  await knex.raw(
    'create index postmortems_teamless_idx on postmortems (started_at, id) where teamless',
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  // Raw SQL: on SQLite the schema builder recreates the table, which deletes all referencing rows.
  await knex.raw('drop index postmortems_teamless_idx');
  await knex.raw('alter table postmortems drop column teamless');
  await knex.schema.dropTable('postmortem_mentions');
};
