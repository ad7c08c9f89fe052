import type { Knex } from 'knex';
import type { PostmortemResource } from 'backstage-plugin-postmortems-node';
import type { Scope } from '../kernel/access/Access';
import { column, whereMeets } from '../kernel/access/scopeSql';
import type { AnyOf, Fields } from '../kernel/access/scopeSql';
import type {
  DeletedPostmortemRecord,
  DeletedRefField,
} from './DeletedPostmortemRecord';

function deletedRef(field: DeletedRefField): AnyOf {
  return values => {
    const { sql, bindings } = column('ref')(values);
    return {
      sql: `exists (select 1 from deleted_postmortem_refs where deleted_postmortem_id = deleted_postmortems.id and field = '${field}' and ${sql})`,
      bindings,
    };
  };
}

const DELETED_FIELDS: Fields = {
  ownerRef: deletedRef('owner'),
  commanderRef: deletedRef('commander'),
  contributorRefs: deletedRef('contributor'),
  reviewerRefs: deletedRef('reviewer'),
  teamRefs: deletedRef('team'),
  entityRefs: deletedRef('entity'),
  severity: column('deleted_postmortems.governing_severity'),
  visibility: column('deleted_postmortems.visibility'),
};

export function whereDeletedAmong(
  query: Knex.QueryBuilder,
  which: Scope,
): void {
  whereMeets(query, which, DELETED_FIELDS);
}

/** Attributes of a deleted postmortem for permission rules, as they were when it was deleted. */
export function toDeletedResource({
  refs,
  governingSeverity,
  visibility,
}: DeletedPostmortemRecord): PostmortemResource {
  return {
    ownerRef: refs.owner[0],
    commanderRef: refs.commander[0],
    contributorRefs: refs.contributor,
    reviewerRefs: refs.reviewer,
    teamRefs: refs.team,
    entityRefs: refs.entity,
    severity: governingSeverity,
    visibility,
  };
}
