// @ts-check

const { createHash } = require('node:crypto');

/** Postmortems per step. */
const BATCH = 200;
/** Rows per insert. */
const CHUNK = 100;
/** Row ids of the SQLite index are the postmortem and the slot of the part. */
const SLOTS = 1_048_576;

/**
 * Replaces the tables of words with the full-text indexes of the databases, and fills them.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPostgres = knex.client.config.client.includes('pg');

  await knex.schema.createTable('search_parts', table => {
    table.comment('The parts of postmortems that text search finds');
    table
      .integer('postmortem_id')
      .unsigned()
      .notNullable()
      .references('id')
      .inTable('postmortems')
      .onDelete('CASCADE');
    table.integer('slot').notNullable();
    table.string('kind', 32).notNullable();
    table.string('key', 320).notNullable();
    table.integer('row_id').nullable().comment('The row of an item');
    table.string('weight', 1).notNullable();
    table.string('hash', 22).notNullable().comment('Of what is indexed');
    table.primary(['postmortem_id', 'slot']);
  });
  if (isPostgres) {
    await knex.raw(
      'alter table search_parts add column document tsvector not null',
    );
  } else {
    // The words are prepared by the plugin, and contain only letters and digits.
    await knex.raw(
      `create virtual table search_text using fts5(words, content='', contentless_delete=1, tokenize='ascii', prefix='2 3')`,
    );
    await knex.raw(
      `create trigger search_parts_deleted after delete on search_parts begin delete from search_text where rowid = old.postmortem_id * ${SLOTS} + old.slot; end`,
    );
  }

  await inBatches(knex, async ids => {
    const parts = await readParts(knex, ids);
    for (let start = 0; start < parts.length; start += CHUNK) {
      await knex('search_parts').insert(
        parts.slice(start, start + CHUNK).map(({ words, ...part }) => ({
          ...part,
          ...(isPostgres && {
            document: knex.raw('?::tsvector', [toVector(words)]),
          }),
        })),
      );
    }
    if (isPostgres) return;
    for (const { postmortem_id, slot, words } of parts) {
      await knex.raw(
        `insert into search_text (rowid, words) values (? * ${SLOTS} + ?, ?)`,
        [postmortem_id, slot, words.join(' ')],
      );
    }
  });

  if (isPostgres) {
    // Every search would read the pending list of fast updates.
    await knex.raw(
      'create index search_parts_document_idx on search_parts using gin (document) with (fastupdate = off)',
    );
    await knex.raw('analyze search_parts');
  }
  await knex.schema.dropTable('action_item_terms');
  await knex.schema.dropTable('postmortem_terms');
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  const isPostgres = knex.client.config.client.includes('pg');
  /**
   * @param {string} name
   * @param {string} column
   * @param {string} of
   * @param {string} comment
   */
  const createTerms = (name, column, of, comment) =>
    knex.schema.createTable(name, table => {
      table.comment(comment);
      table
        .specificType(
          'term',
          isPostgres ? 'varchar(64) collate "C"' : 'varchar(64)',
        )
        .notNullable();
      table
        .integer(column)
        .unsigned()
        .notNullable()
        .references('id')
        .inTable(of)
        .onDelete('CASCADE');
      table.primary(['term', column]);
      table.index([column], `${name}_${column}_idx`);
    });
  await createTerms(
    'postmortem_terms',
    'postmortem_id',
    'postmortems',
    'The words that text search finds a postmortem by, from their beginning',
  );
  await createTerms(
    'action_item_terms',
    'action_item_id',
    'action_items',
    'The words that text search finds an action item by, from their beginning',
  );

  await inBatches(knex, async ids => {
    const postmortems = await knex('postmortems').whereIn('id', ids);
    const labels = await knex('postmortem_labels').whereIn(
      'postmortem_id',
      ids,
    );
    const summaries = await knex('postmortem_sections')
      .whereIn('postmortem_id', ids)
      .where({ section_key: 'summary' });
    const items = await knex('action_items').whereIn('postmortem_id', ids);
    await insert(
      'postmortem_terms',
      postmortems.flatMap(({ id, title }) =>
        termsOf([
          `PM-${id}`,
          title,
          ...labels
            .filter(({ postmortem_id }) => postmortem_id === id)
            .map(({ label }) => label),
          ...summaries
            .filter(({ postmortem_id }) => postmortem_id === id)
            .map(({ markdown }) => markdown),
        ]).map(term => ({ term, postmortem_id: id })),
      ),
    );
    await insert(
      'action_item_terms',
      items.flatMap(({ id, postmortem_id, number, title }) =>
        termsOf([`PM-${postmortem_id}`, `A${number}`, title]).map(term => ({
          term,
          action_item_id: id,
        })),
      ),
    );
  });

  if (!isPostgres) await knex.schema.dropTable('search_text');
  await knex.schema.dropTable('search_parts');

  /**
   * @param {string} table
   * @param {object[]} rows
   */
  async function insert(table, rows) {
    for (let start = 0; start < rows.length; start += CHUNK) {
      await knex(table).insert(rows.slice(start, start + CHUNK));
    }
  }
};

/**
 * @param {import('knex').Knex} knex
 * @param {(ids: number[]) => Promise<void>} work
 */
async function inBatches(knex, work) {
  for (let after = 0; ; ) {
    const ids = await knex('postmortems')
      .where('id', '>', after)
      .orderBy('id')
      .limit(BATCH)
      .pluck('id');
    if (ids.length === 0) return;
    await work(ids);
    after = ids[ids.length - 1];
  }
}

/** @typedef {{ postmortem_id: number, kind: string, key: string, row_id: number | null, weight: string, id: string, text: string }} Part */

/**
 * The parts of some postmortems, as this version indexes them.
 *
 * @param {import('knex').Knex} knex
 * @param {number[]} ids
 */
async function readParts(knex, ids) {
  /** @type {Part[]} */
  const parts = [];
  /**
   * @param {Pick<Part, 'postmortem_id' | 'kind' | 'weight'> & Partial<Part>} part
   * @param {(string | null | undefined)[]} texts
   */
  const add = (part, texts, separator = '\n') => {
    const text = texts.filter(Boolean).join(separator);
    if (text) parts.push({ key: '', row_id: null, id: '', ...part, text });
  };
  /** @param {string} table */
  const rowsOf = table => knex(table).whereIn('postmortem_id', ids);
  const labels = await rowsOf('postmortem_labels');
  const entities = await rowsOf('postmortem_entities').orderBy('position');
  for (const row of await knex('postmortems')
    .whereIn('id', ids)
    .orderBy('id')) {
    const postmortem_id = row.id;
    /** @param {{ postmortem_id: number }} other */
    const isOwn = other => other.postmortem_id === postmortem_id;
    add({ postmortem_id, kind: 'title', weight: 'A', id: `PM-${row.id}` }, [
      row.title,
    ]);
    add(
      { postmortem_id, kind: 'labels', weight: 'A' },
      labels
        .filter(isOwn)
        .map(({ label }) => label)
        .sort(),
      ', ',
    );
    add(
      { postmortem_id, kind: 'facts', weight: 'B' },
      [
        ...entities
          .filter(isOwn)
          .map(({ entity_ref: ref }) => ref.slice(ref.indexOf('/') + 1)),
        ...JSON.parse(row.links).map(
          (/** @type {{ title?: string }} */ link) => link.title,
        ),
        row.no_action_items_reason,
      ],
      ' · ',
    );
  }
  for (const row of await rowsOf('postmortem_sections')) {
    const { postmortem_id, section_key: key } = row;
    const weight = key === 'summary' ? 'B' : 'C';
    add({ postmortem_id, kind: 'section', key, weight }, [row.markdown]);
  }
  for (const row of await rowsOf('postmortem_timeline_events')) {
    add(itemOf(row, 'timeline-event', 'C'), [
      row.text,
      row.link && JSON.parse(row.link).title,
    ]);
  }
  for (const row of await rowsOf('postmortem_contributing_factors')) {
    add(itemOf(row, 'contributing-factor', 'C'), [row.title, row.description]);
  }
  for (const row of await rowsOf('action_items')) {
    const key = `A${row.number}`;
    const id = `PM-${row.postmortem_id} ${key}`;
    add({ ...itemOf(row, 'action-item', 'C'), key, id }, [
      row.title,
      row.description,
      row.status_reason,
    ]);
  }
  for (const row of await rowsOf('postmortem_reviews')) {
    const { postmortem_id, reviewer_ref: key } = row;
    add({ postmortem_id, kind: 'review', key, weight: 'D' }, [
      row.comment,
      row.dismissal_reason,
    ]);
  }
  for (const row of await rowsOf('postmortem_comments')) {
    add(itemOf(row, 'comment', 'D'), [row.markdown]);
  }

  /** @type {Map<number, number>} */
  const slots = new Map();
  return parts.map(({ id, text, ...part }) => {
    const slot = slots.get(part.postmortem_id) ?? 0;
    slots.set(part.postmortem_id, slot + 1);
    const hash = createHash('sha256')
      .update(JSON.stringify([part.weight, id, text]))
      .digest('base64url')
      .slice(0, 22);
    return { ...part, slot, hash, words: wordsOf(`${id} ${text}`) };
  });
}

/**
 * @param {{ id: number, postmortem_id: number }} row
 * @param {string} kind
 * @param {string} weight
 */
function itemOf({ id, postmortem_id }, kind, weight) {
  return { postmortem_id, kind, key: String(id), row_id: id, weight };
}

const UNSPACED = ['Han', 'Hira', 'Kana', 'Thai', 'Laoo', 'Khmr', 'Mymr']
  .map(script => `\\p{scx=${script}}`)
  .join('');
const SPACED = `(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}])`;
const RUNS = new RegExp(`([${UNSPACED}][${UNSPACED}\\p{M}]*)|${SPACED}+`, 'gu');
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** @param {string} text */
function wordsOf(text) {
  const words = [];
  let bytes = 0;
  for (const [run, unspaced] of text.normalize('NFC').matchAll(RUNS)) {
    for (const each of unspaced ? segmented(unspaced) : [run]) {
      let word = each
        .normalize('NFKD')
        .replace(/[^\p{L}\p{N}]/gu, '')
        .toLocaleLowerCase('en')
        .replaceAll('ς', 'σ');
      if (word.length > 60) {
        const last = /** @type {number} */ (word.codePointAt(59));
        word = word.slice(0, last > 0xffff ? 59 : 60);
      }
      if (!word) continue;
      bytes += Buffer.byteLength(word) + 1;
      if (words.length === 16_000 || bytes > 500_000) return words;
      words.push(word);
    }
  }
  return words;
}

/** @param {string} text */
function segmented(text) {
  return [...segmenter.segment(text)].flatMap(each =>
    each.isWordLike ? each.segment : [],
  );
}

/** @param {string[]} words */
function toVector(words) {
  /** @type {Map<string, number[]>} */
  const positions = new Map();
  for (const [index, word] of words.entries()) {
    const all = positions.get(word);
    if (!all) positions.set(word, [index + 1]);
    else if (all.length < 255) all.push(index + 1);
  }
  return Array.from(
    positions,
    ([word, all]) => `'${word}':${all.join(',')}`,
  ).join(' ');
}

const COMPOUNDS = new RegExp(
  `([${UNSPACED}][${UNSPACED}\\p{M}]*)|${SPACED}+(?:[-._]${SPACED}+)*`,
  'gu',
);

/**
 * The words that the tables before this migration had.
 *
 * @param {string[]} texts
 */
function termsOf(texts) {
  /** @type {Set<string>} */
  const terms = new Set();
  for (const text of texts) {
    for (const [run, unspaced] of text.normalize('NFKC').matchAll(COMPOUNDS)) {
      for (const each of unspaced ? segmented(unspaced) : [run]) {
        const word = each
          .normalize('NFKD')
          .replace(/\p{M}/gu, '')
          .toLocaleLowerCase('en')
          .slice(0, 60);
        if (!word) continue;
        terms.add(word);
        for (const part of word.split(/[-._]/)) if (part) terms.add(part);
      }
    }
  }
  return [...terms].slice(0, 500);
}
