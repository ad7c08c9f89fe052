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
import type { Publication } from 'backstage-plugin-postmortems-common';
import type { PostmortemsService } from 'backstage-plugin-postmortems-node';
import { assertPublishable, checkTransition } from '../../lifecycle';
import { actorOf } from '../actor';
import { toPostmortem } from '../present';
import { changeFacts } from '../saving';
import type { ServiceContext } from '../ServiceContext';

/** The way from draft to published, and back. */
export function lifecycleOperations(
  ctx: ServiceContext,
): Pick<PostmortemsService, 'changeStatus'> {
  return {
    async changeStatus(request, options) {
      const { to, reason, announce } = request.body;
      return changeFacts(ctx, request, options, async (current, tx, now) => {
        checkTransition(current.status, to);
        const by = actorOf(options.credentials);
        const at = now.toISOString();
        if (current.status === 'published') {
          if (!reason) {
            throw new InputError(
              'reason must say why the published postmortem is reopened',
            );
          }
          const publications = reopen(current.publications, { at, by, reason });
          return { facts: { status: to, publications }, reason };
        }
        if (to !== 'published') return { facts: { status: to }, reason };

        assertPublishable(await toPostmortem(ctx, tx, current, options));
        const { contentRevision } = current;
        return {
          facts: {
            status: to,
            publishedAt: current.publishedAt ?? at,
            publications: [
              ...current.publications,
              { at, by, contentRevision },
            ],
          },
          reason,
          announce,
        };
      });
    },
  };
}

/** Notes on the latest publication that it was reopened. */
function reopen(
  publications: Publication[],
  reopened: NonNullable<Publication['reopened']>,
): Publication[] {
  return publications.map((publication, index) =>
    index === publications.length - 1
      ? { ...publication, reopened }
      : publication,
  );
}
