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

import type {
  PostmortemsService,
  PostmortemsServiceOptions,
} from 'backstage-plugin-postmortems-node';
import { userOf } from '../actor';
import { toPostmortem } from '../present';
import { load } from '../saving';
import type { ServiceContext } from '../ServiceContext';

/** Watching a postmortem, which is nobody else's business and no part of its history. */
export function watchOperations(
  ctx: ServiceContext,
): Pick<PostmortemsService, 'watch' | 'unwatch'> {
  async function set(
    id: string,
    watching: boolean,
    options: PostmortemsServiceOptions,
  ) {
    const user = userOf(options.credentials, 'Watching is only possible');
    const current = await load(ctx, id);
    await (watching
      ? ctx.watchers.add(ctx.knex, current.number, user)
      : ctx.watchers.remove(ctx.knex, current.number, user));
    return toPostmortem(ctx, ctx.knex, current, options);
  }

  return {
    watch: ({ params }, options) => set(params.id, true, options),
    unwatch: ({ params }, options) => set(params.id, false, options),
  };
}
