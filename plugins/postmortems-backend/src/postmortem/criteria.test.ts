import { TestDatabases } from '@backstage/backend-test-utils';
import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import { createConditionTransformer } from '@backstage/plugin-permission-node';
import {
  meetsCriteria,
  postmortemConditions,
  postmortemRules,
} from 'backstage-plugin-postmortems-node';
import type {
  PostmortemCondition,
  PostmortemCriteria,
  PostmortemResource,
} from 'backstage-plugin-postmortems-node';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { migrate } from '../kernel/db/migrate';
import { DeletedStore } from '../deletion/DeletedStore';
import { whereDeletedAmong } from '../deletion/accessFields';
import { whereAmong } from './accessFields';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

/** Small sets, so that conditions often match and often do not. */
const USERS = ['user:default/ann', 'user:default/bo', 'user:default/cy'];
const GROUPS = ['group:default/red', 'group:default/blue'];
const ENTITIES = ['component:default/web', 'component:default/api'];
const SEVERITIES = ['SEV-1', 'SEV-2'];
const VISIBILITIES = ['internal', 'restricted'] as const;

const resource: fc.Arbitrary<PostmortemResource> = fc.record({
  ownerRef: fc.option(fc.constantFrom(...USERS), { nil: undefined }),
  commanderRef: fc.option(fc.constantFrom(...USERS), { nil: undefined }),
  contributorRefs: fc.subarray(USERS),
  reviewerRefs: fc.subarray([...GROUPS, ...USERS]),
  teamRefs: fc.subarray(GROUPS),
  entityRefs: fc.subarray(ENTITIES),
  severity: fc.constantFrom(...SEVERITIES),
  visibility: fc.constantFrom(...VISIBILITIES),
});

/** Every condition that a policy can use. */
const condition = fc.oneof(
  fc.subarray(USERS).map(claims => postmortemConditions.isOwner({ claims })),
  fc
    .subarray(USERS)
    .map(claims => postmortemConditions.isContributor({ claims })),
  fc
    .subarray([...GROUPS, ...USERS])
    .map(claims => postmortemConditions.isReviewer({ claims })),
  fc
    .subarray([...GROUPS, ...USERS])
    .map(claims => postmortemConditions.isInOwningTeam({ claims })),
  fc
    .subarray(SEVERITIES)
    .map(severities => postmortemConditions.hasSeverity({ severities })),
  fc
    .subarray([...VISIBILITIES])
    .map(visibilities => postmortemConditions.hasVisibility({ visibilities })),
  fc
    .subarray(ENTITIES)
    .map(entityRefs => postmortemConditions.affectsEntity({ entityRefs })),
);

/** Conditions combined in all ways, some nested. */
function joined<T>(leaf: fc.Arbitrary<T>): fc.Arbitrary<PermissionCriteria<T>> {
  return fc.letrec<{ any: PermissionCriteria<T> }>(tie => {
    const some = fc.array(tie('any'), { minLength: 1, maxLength: 3 });
    return {
      any: fc.oneof(
        { maxDepth: 3, depthSize: 'large' },
        leaf as fc.Arbitrary<PermissionCriteria<T>>,
        some.map(allOf => ({ allOf } as PermissionCriteria<T>)),
        some.map(anyOf => ({ anyOf } as PermissionCriteria<T>)),
        tie('any').map(not => ({ not })),
      ),
    };
  }).any;
}

async function insert(
  knex: Knex,
  resources: PostmortemResource[],
): Promise<void> {
  const at = new Date('2026-03-12T12:00:00Z');
  for (const [index, each] of resources.entries()) {
    const postmortem_id = index + 1;
    await knex('postmortems').insert({
      id: postmortem_id,
      title: 'x',
      title_key: 'x',
      severity: each.severity,
      governing_severity: each.severity,
      governing_rank: 1,
      severity_history: '[]',
      outcome: 'incident',
      started_at: at,
      status: 'draft',
      required: true,
      due_order: at,
      links: '[]',
      revision: 1,
      created_at: at,
      created_by: 'user:default/ann',
      updated_at: at,
      owner_ref: each.ownerRef ?? null,
      commander_ref: each.commanderRef ?? null,
      visibility: each.visibility,
    });
    const join = (table: string, rows: object[]) =>
      rows.length > 0
        ? knex(table).insert(rows.map(row => ({ postmortem_id, ...row })))
        : undefined;
    await join(
      'postmortem_contributors',
      each.contributorRefs.map((user_ref, position) => ({
        user_ref,
        position,
        role: 'scribe',
      })),
    );
    await join(
      'postmortem_reviewers',
      each.reviewerRefs.map((reviewer_ref, position) => ({
        reviewer_ref,
        position,
      })),
    );
    await join(
      'postmortem_teams',
      each.teamRefs.map(team_ref => ({ team_ref })),
    );
    await join(
      'postmortem_entities',
      each.entityRefs.map((entity_ref, position) => ({ entity_ref, position })),
    );
  }
}

/** The same, deleted. */
async function insertDeleted(
  knex: Knex,
  resources: PostmortemResource[],
): Promise<void> {
  const at = '2026-03-12T12:00:00.000Z';
  const one = (ref: string | undefined) => (ref ? [ref] : []);
  for (const [index, each] of resources.entries()) {
    await new DeletedStore().add(
      knex,
      {
        number: index + 1,
        title: 'x',
        governingSeverity: each.severity,
        visibility: each.visibility,
        startedAt: at,
        complianceStatus: 'pending',
        deletedAt: at,
        deletedBy: 'user:default/ann',
        reason: 'x',
        merged: false,
        purgeAt: at,
        refs: {
          owner: one(each.ownerRef),
          commander: one(each.commanderRef),
          contributor: each.contributorRefs,
          reviewer: each.reviewerRefs,
          team: each.teamRefs,
          entity: each.entityRefs,
        },
      },
      { tables: {}, incidents: [] },
    );
  }
}

const rules = Object.values(postmortemRules);
const toCriteria = createConditionTransformer<
  PostmortemCondition,
  typeof rules
>(rules) as (conditions: PermissionCriteria<unknown>) => PostmortemCriteria;

it.each(databases.eachSupportedId())(
  'Conditions mean the same in memory and in the database, %s',
  async databaseId => {
    const knex = await databases.init(databaseId);
    await migrate(knex);
    const resources = fc.sample(resource, { numRuns: 60, seed: 4 });
    await insert(knex, resources);
    await insertDeleted(knex, resources);

    await fc.assert(
      fc.asyncProperty(joined(condition), async conditions => {
        const criteria = toCriteria(conditions);
        const query = knex('postmortems').select('id').orderBy('id');
        whereAmong(query, criteria);
        const found: number[] = (await query).map(row => row.id);
        const met = resources.flatMap((each, index) =>
          meetsCriteria(each, criteria) ? [index + 1] : [],
        );
        expect(found).toEqual(met);
        const deleted = knex('deleted_postmortems').orderBy('id');
        whereDeletedAmong(deleted, criteria);
        expect(await deleted.pluck('id')).toEqual(met);
      }),
      { numRuns: 150 },
    );
  },
);

const ownedByAnn: PostmortemResource = {
  ownerRef: 'user:default/ann',
  commanderRef: 'user:default/bo',
  contributorRefs: ['user:default/cy'],
  reviewerRefs: ['group:default/blue'],
  teamRefs: ['group:default/red'],
  entityRefs: ['component:default/web'],
  severity: 'SEV-1',
  visibility: 'restricted',
};

const { isOwner, isContributor, isReviewer, isInOwningTeam } = postmortemRules;
const { hasSeverity, hasVisibility, affectsEntity } = postmortemRules;

it.each<[string, boolean, boolean]>([
  [
    'isOwner',
    isOwner.apply(ownedByAnn, {
      claims: ['group:default/x', 'User:default/Ann'],
    }),
    isOwner.apply(ownedByAnn, { claims: ['user:default/bo'] }),
  ],
  [
    'isContributor',
    isContributor.apply(ownedByAnn, { claims: ['user:default/cy'] }),
    isContributor.apply(ownedByAnn, { claims: ['user:default/ann'] }),
  ],
  [
    'isReviewer',
    isReviewer.apply(ownedByAnn, { claims: ['group:default/blue'] }),
    isReviewer.apply(ownedByAnn, { claims: ['user:default/cy'] }),
  ],
  [
    'isContributor, of the incident commander',
    isContributor.apply(ownedByAnn, { claims: ['user:default/bo'] }),
    isContributor.apply(ownedByAnn, { claims: [] }),
  ],
  [
    'isInOwningTeam',
    isInOwningTeam.apply(ownedByAnn, { claims: ['group:default/red'] }),
    isInOwningTeam.apply(ownedByAnn, { claims: ['group:default/blue'] }),
  ],
  [
    'hasSeverity',
    hasSeverity.apply(ownedByAnn, { severities: ['SEV-2', 'SEV-1'] }),
    hasSeverity.apply(ownedByAnn, { severities: ['SEV-2'] }),
  ],
  [
    'hasVisibility',
    hasVisibility.apply(ownedByAnn, { visibilities: ['restricted'] }),
    hasVisibility.apply(ownedByAnn, { visibilities: ['internal'] }),
  ],
  [
    'affectsEntity',
    affectsEntity.apply(ownedByAnn, { entityRefs: ['component:default/web'] }),
    affectsEntity.apply(ownedByAnn, { entityRefs: ['component:default/api'] }),
  ],
])('%s', (_name, applies, appliesElsewhere) => {
  expect([applies, appliesElsewhere]).toEqual([true, false]);
});
