import {
  createConditionExports,
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import {
  POSTMORTEM_RESOURCE_TYPE,
  visibilitySchema,
} from 'backstage-plugin-postmortems-common';
import type { Visibility } from 'backstage-plugin-postmortems-common';
import { z } from 'zod';
import { meetsCriteria } from './conditions';
import type {
  PostmortemCondition,
  PostmortemCriteria,
  PostmortemResource,
} from './conditions';

/**
 * The resource for permissions of type `postmortem`. A resource ref is an id such as `PM-42`.
 *
 * @public
 */
export const postmortemResourceRef = createPermissionResourceRef<
  PostmortemResource,
  PostmortemCondition
>().with({ pluginId: 'postmortems', resourceType: POSTMORTEM_RESOURCE_TYPE });

/** Derives both forms of a rule, in memory and for the database, from a single definition. */
function byCriteria<P>(toQuery: (params: P) => PostmortemCriteria) {
  return {
    apply: (postmortem: PostmortemResource, params: P) =>
      meetsCriteria(postmortem, toQuery(params)),
    toQuery,
  };
}

/** Entity references, in lowercase as in the catalog. */
const refs = (what: string) =>
  z.array(z.string()).describe(`${what}, as full entity references`);

const anyRef = (
  field: PostmortemCondition['field'],
  values: string[],
): PostmortemCondition => ({
  field,
  anyOf: values.map(value => value.toLocaleLowerCase('en-US')),
});

interface Claims {
  claims: string[];
}

const claimsSchema = z.object({
  claims: refs(
    "The user and their groups: pass the user's ownershipEntityRefs",
  ),
});

/**
 * The plugin's permission rules, for `createPostmortemConditionalDecision`.
 *
 * @public
 */
export const postmortemRules = {
  isOwner: createPermissionRule({
    name: 'IS_OWNER',
    description: 'The owner of the postmortem is among the claims',
    resourceRef: postmortemResourceRef,
    paramsSchema: claimsSchema,
    ...byCriteria(({ claims }: Claims) => anyRef('ownerRef', claims)),
  }),
  isContributor: createPermissionRule({
    name: 'IS_CONTRIBUTOR',
    description:
      'The incident commander or a contributor of the postmortem is among the claims',
    resourceRef: postmortemResourceRef,
    paramsSchema: claimsSchema,
    ...byCriteria(({ claims }: Claims) => ({
      anyOf: [
        anyRef('commanderRef', claims),
        anyRef('contributorRefs', claims),
      ],
    })),
  }),
  isReviewer: createPermissionRule({
    name: 'IS_REVIEWER',
    description:
      'A user or group asked to review the postmortem is among the claims',
    resourceRef: postmortemResourceRef,
    paramsSchema: claimsSchema,
    ...byCriteria(({ claims }: Claims) => anyRef('reviewerRefs', claims)),
  }),
  isInOwningTeam: createPermissionRule({
    name: 'IS_IN_OWNING_TEAM',
    description: 'An owning team of the postmortem is among the claims',
    resourceRef: postmortemResourceRef,
    paramsSchema: claimsSchema,
    ...byCriteria(({ claims }: Claims) => anyRef('teamRefs', claims)),
  }),
  hasSeverity: createPermissionRule({
    name: 'HAS_SEVERITY',
    description: 'The governing severity of the incident is one of these',
    resourceRef: postmortemResourceRef,
    paramsSchema: z.object({
      severities: z.array(z.string()).describe('Ids, such as SEV-1'),
    }),
    ...byCriteria(({ severities }: { severities: string[] }) => ({
      field: 'severity',
      anyOf: severities,
    })),
  }),
  hasVisibility: createPermissionRule({
    name: 'HAS_VISIBILITY',
    description: 'The visibility of the postmortem is one of these',
    resourceRef: postmortemResourceRef,
    paramsSchema: z.object({ visibilities: z.array(visibilitySchema) }),
    ...byCriteria(({ visibilities }: { visibilities: Visibility[] }) => ({
      field: 'visibility',
      anyOf: visibilities,
    })),
  }),
  affectsEntity: createPermissionRule({
    name: 'AFFECTS_ENTITY',
    description: 'The incident affected one of these entities',
    resourceRef: postmortemResourceRef,
    paramsSchema: z.object({ entityRefs: refs('Entities') }),
    ...byCriteria(({ entityRefs }: { entityRefs: string[] }) =>
      anyRef('entityRefs', entityRefs),
    ),
  }),
};

const { conditions, createConditionalDecision } = createConditionExports({
  resourceRef: postmortemResourceRef,
  rules: postmortemRules,
});

/**
 * The rules as conditions for permission policies.
 *
 * @public
 */
export const postmortemConditions = conditions;

/**
 * Creates a conditional decision in a permission policy, for permissions of type `postmortem`.
 *
 * @public
 */
export const createPostmortemConditionalDecision = createConditionalDecision;
