/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import type { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import {
  incidentSourceManagePermission,
  postmortemCreatePermission,
  postmortemIdSchema,
  postmortemResourcePermissions,
} from 'backstage-plugin-postmortems-common';
import {
  postmortemResourceRef,
  postmortemRules,
} from 'backstage-plugin-postmortems-node';
import { numberOf } from '../service/ids';
import type { ServiceContext } from '../service/ServiceContext';
import { toResource } from './toResource';

/** Makes permissions and rules known to the portal, and answers what it asks about postmortems. */
export function registerPermissions(
  registry: PermissionsRegistryService,
  ctx: Pick<ServiceContext, 'knex' | 'postmortems'>,
): void {
  registry.addPermissions([
    postmortemCreatePermission,
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
