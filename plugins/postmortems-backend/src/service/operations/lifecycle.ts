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

import { InputError } from '@backstage/errors';
import type { PostmortemsService } from 'backstage-plugin-postmortems-node';
import { assertPublishable, checkTransition } from '../../lifecycle';
import { toPostmortem } from '../present';
import { changeFacts } from '../saving';
import type { ServiceContext } from '../ServiceContext';

/** The way from draft to published, and back. */
export function lifecycleOperations(
  ctx: ServiceContext,
): Pick<PostmortemsService, 'changeStatus'> {
  return {
    async changeStatus(request, options) {
      const { to, reason } = request.body;
      return changeFacts(ctx, request, options, async (current, tx, now) => {
        checkTransition(current.status, to);
        if (current.status === 'published' && !reason) {
          throw new InputError(
            'reason must say why the published postmortem is reopened',
          );
        }
        if (to !== 'published') return { facts: { status: to }, reason };

        assertPublishable(await toPostmortem(ctx, tx, current));
        return {
          facts: {
            status: to,
            publishedAt: current.publishedAt ?? now.toISOString(),
          },
          reason,
        };
      });
    },
  };
}
