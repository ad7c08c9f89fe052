import { randomUUID } from 'node:crypto';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { Entity, EntityRelation } from '@backstage/catalog-model';
import type { Knex } from 'knex';
import {
  PEOPLE,
  chainOf,
  serviceRef,
  teamOf,
  teamRef,
  userRef,
} from '../../plugins/postmortems-backend/src/__testUtils__/fill';
import { SIZES } from './sizes';

/** Teams of the requesting user. */
const TEAMS_OF_GUEST = [7, 8];

/** Far enough ahead that nothing is refreshed during a measurement. */
const LATER = '2099-01-01 00:00:00';

/**
 * Creates the catalog's tables, and inserts a large company as its processing would, which would
 * take the catalog most of an hour.
 */
export async function fillCatalog(knex: Knex): Promise<void> {
  await knex.migrate.latest({
    directory: resolvePackagePath(
      '@backstage/plugin-catalog-backend',
      'migrations',
    ),
  });
  const rows = [...people(), ...teams(), ...components()].map(entity => {
    const uid = randomUUID();
    const ref = stringifyEntityRef(entity);
    const json = JSON.stringify({
      ...entity,
      metadata: { ...entity.metadata, uid, etag: uid },
    });
    return { uid, ref, json, entity };
  });
  await knex.batchInsert(
    'refresh_state',
    rows.map(({ uid, ref, json }) => ({
      entity_id: uid,
      entity_ref: ref,
      unprocessed_entity: json,
      processed_entity: json,
      errors: '[]',
      next_update_at: LATER,
      last_discovery_at: LATER,
    })),
    100,
  );
  await knex.batchInsert(
    'final_entities',
    rows.map(({ uid, ref, json }) => ({
      entity_id: uid,
      entity_ref: ref,
      hash: uid,
      final_entity: json,
    })),
    100,
  );
  await knex.batchInsert(
    'search',
    rows.flatMap(({ uid, entity }) =>
      searchable(entity).map(([key, value]) => ({
        entity_id: uid,
        key,
        value: value.toLocaleLowerCase('en-US'),
        original_value: value,
      })),
    ),
    200,
  );
  await knex.raw('analyze');
}

function searchable(entity: Entity): [string, string][] {
  return [
    ['kind', entity.kind],
    ['metadata.name', entity.metadata.name],
    ['metadata.namespace', 'default'],
    ...Object.entries(entity.spec ?? {}).map(
      ([key, value]): [string, string] => [`spec.${key}`, String(value)],
    ),
    ...(entity.relations ?? []).map(({ type, targetRef }): [string, string] => [
      `relations.${type.toLocaleLowerCase('en-US')}`,
      targetRef,
    ]),
  ];
}

/**
 * The requesting user, and everyone whom postmortems name. If they were missing, the plugin would
 * record that and return their work to the teams during the measurement.
 */
function people(): Entity[] {
  return [
    ...Array.from({ length: PEOPLE }, (_, number) =>
      entityOf('User', parseEntityRef(userRef(number)).name, {}, []),
    ),
    entityOf(
      'User',
      'guest',
      {},
      relate('memberOf', TEAMS_OF_GUEST.map(teamRef)),
    ),
  ];
}

function teams(): Entity[] {
  const all = Array.from({ length: SIZES.teams }, (_, number) => number);
  const parentOf = (number: number) => chainOf(number)[1];
  return all.map(number =>
    entityOf('Group', `team-${number}`, { type: 'team' }, [
      ...relate(
        'childOf',
        all.filter(other => other === parentOf(number)).map(teamRef),
      ),
      ...relate(
        'parentOf',
        all.filter(other => parentOf(other) === number).map(teamRef),
      ),
      ...relate(
        'hasMember',
        TEAMS_OF_GUEST.includes(number) ? ['user:default/guest'] : [],
      ),
    ]),
  );
}

function components(): Entity[] {
  return Array.from({ length: SIZES.entities }, (_, number) =>
    entityOf(
      'Component',
      parseEntityRef(serviceRef(number)).name,
      { type: 'service', lifecycle: 'production' },
      relate('ownedBy', [teamRef(teamOf(number, SIZES))]),
    ),
  );
}

function relate(type: string, targetRefs: string[]): EntityRelation[] {
  return targetRefs.map(targetRef => ({ type, targetRef }));
}

function entityOf(
  kind: string,
  name: string,
  spec: Record<string, string>,
  relations: EntityRelation[],
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default' },
    spec,
    relations,
  };
}
