import type { Knex } from 'knex';
import type {
  PostmortemCondition,
  PostmortemCriteria,
} from 'backstage-plugin-postmortems-node';
import type { Scope } from './Access';

/** The rows that a request selects: those that match its filter and are visible to the caller. */
export interface Selection<F> {
  filter: F;
  visible: Scope;
}

/**
 * An SQL condition as text. Composing it with the query builder would take longer than running it.
 */
interface Condition {
  sql: string;
  bindings: string[];
}

/** Builds a condition that a field has one of some values. */
export type AnyOf = (values: string[]) => Condition;

/** How rows in a join table refer to the main table. */
interface Of {
  id: string;
  reference: string;
}

/** The SQL condition for each field in the criteria. */
export type Fields = Record<PostmortemCondition['field'], AnyOf>;

/** Conditions on a column that is never null. */
export function column(name: string): AnyOf {
  return values => ({
    sql: values.length > 0 ? `${name} in (${values.map(() => '?')})` : '1 = 0',
    bindings: values,
  });
}

/** Conditions on a column that may be null. */
export function nullable(name: string): AnyOf {
  // `not` must match rows with null, for which a plain comparison is neither true nor false.
  return values => {
    const { sql, bindings } = column(name)(values);
    return { sql: `(${name} is not null and ${sql})`, bindings };
  };
}

/** Conditions on a column of a join table. */
export function joined(table: string, name: string, of: Of): AnyOf {
  // SQLite runs a correlated subquery only for rows that no earlier condition matched. PostgreSQL
  // finds its own plan; if given a list of ids, it would overestimate their number.
  return values => {
    const { sql, bindings } = column(`${table}.${name}`)(values);
    return {
      sql: `exists (select 1 from ${table} where ${table}.${of.reference} = ${of.id} and ${sql})`,
      bindings,
    };
  };
}

/** Converts criteria to SQL. Must agree with `meetsCriteria`; a test compares the two. */
function meets(criteria: PostmortemCriteria, fields: Fields): Condition {
  if ('allOf' in criteria) return joinBy(' and ', criteria.allOf, fields);
  if ('anyOf' in criteria && !('field' in criteria)) {
    return joinBy(' or ', criteria.anyOf, fields);
  }
  if ('not' in criteria) {
    const { sql, bindings } = meets(criteria.not, fields);
    return { sql: `not (${sql})`, bindings };
  }
  return fields[criteria.field](criteria.anyOf);
}

function joinBy(
  word: ' and ' | ' or ',
  criteria: PostmortemCriteria[],
  fields: Fields,
): Condition {
  const conditions = criteria.map(each => meets(each, fields));
  return {
    sql: `(${conditions.map(({ sql }) => sql).join(word)})`,
    bindings: conditions.flatMap(({ bindings }) => bindings),
  };
}

/** Restricts a query to the rows within a scope. */
export function whereMeets(
  query: Knex.QueryBuilder,
  which: Scope,
  fields: Fields,
): void {
  if (which === 'none') query.whereRaw('1 = 0');
  else if (which !== 'all') {
    const { sql, bindings } = meets(which, fields);
    query.whereRaw(sql, bindings);
  }
}
