import type { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import {
  incidentSourceManagePermission,
  postmortemCreatePermission,
  postmortemCuratePermission,
  postmortemIdSchema,
  postmortemImportPermission,
  postmortemResourcePermissions,
} from 'backstage-plugin-postmortems-common';
import {
  postmortemResourceRef,
  postmortemRules,
} from 'backstage-plugin-postmortems-node';
import { numberOf } from './kernel/ids';
import type { ServiceContext } from './context';
import { toResource } from './postmortem/accessFields';

/** Registers permissions and rules, and serves resources to the permission framework. */
export function registerPermissions(
  registry: PermissionsRegistryService,
  ctx: Pick<ServiceContext, 'knex' | 'postmortems'>,
): void {
  registry.addPermissions([
    postmortemCreatePermission,
    postmortemImportPermission,
    postmortemCuratePermission,
    incidentSourceManagePermission,
  ]);
  registry.addResourceType({
    resourceRef: postmortemResourceRef,
    permissions: postmortemResourcePermissions,
    rules: Object.values(postmortemRules),
    async getResources(ids) {
      const numbers = ids.map(id =>
        postmortemIdSchema.safeParse(id).success ? numberOf(id) : undefined,
      );
      const records = await ctx.postmortems.getMany(
        ctx.knex,
        numbers.filter(number => number !== undefined),
      );
      const byNumber = new Map(
        records.map(record => [record.number, toResource(record)]),
      );
      return numbers.map(number =>
        number === undefined ? undefined : byNumber.get(number),
      );
    },
  });
}
