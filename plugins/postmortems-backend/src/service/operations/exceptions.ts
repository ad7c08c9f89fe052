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

import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import type { PostmortemsService } from 'backstage-plugin-postmortems-node';
import type { PostmortemRecord } from '../../database/PostmortemRecord';
import { assertExtensionLater } from '../../policy';
import { userOf } from '../actor';
import { utc } from '../normalize';
import { changeFacts } from '../saving';
import type { ServiceContext } from '../ServiceContext';

/** Waivers and extensions, granted by a person, with a reason, in the open. */
export function exceptionOperations(
  ctx: ServiceContext,
): Pick<
  PostmortemsService,
  'putWaiver' | 'deleteWaiver' | 'putExtension' | 'deleteExtension'
> {
  return {
    async putWaiver(request, options) {
      const approverRef = userOf(
        options.credentials,
        'A waiver can only be granted',
      );
      const { reason } = request.body;
      const expiresAt = utc(request.body.expiresAt);
      return changeFacts(ctx, request, options, async (current, _tx, now) => {
        assertNotOwner(current, approverRef, 'A waiver');
        if (!current.required) {
          throw new ConflictError(
            `There is nothing to waive: no rule requires a postmortem for ${current.governingSeverity}`,
          );
        }
        if (expiresAt && new Date(expiresAt) <= now) {
          throw new InputError('expiresAt must be in the future');
        }
        return {
          facts: {
            waiver: {
              reason,
              approverRef,
              ...(expiresAt && { expiresAt }),
              grantedAt: now.toISOString(),
            },
          },
        };
      });
    },

    async deleteWaiver(request, options) {
      return changeFacts(ctx, request, options, async current => {
        if (!current.waiver) throw new NotFoundError('There is no waiver');
        return { facts: { waiver: undefined } };
      });
    },

    async putExtension(request, options) {
      const approverRef = userOf(
        options.credentials,
        'An extension can only be granted',
      );
      const { reason } = request.body;
      const dueAt = utc(request.body.dueAt);
      return changeFacts(ctx, request, options, async (current, _tx, now) => {
        assertNotOwner(current, approverRef, 'An extension');
        const { deadline } = current;
        if (!deadline) {
          throw new ConflictError(
            'There is no deadline to extend: none runs before the incident is resolved, or no rule requires one',
          );
        }
        if (current.completedAt) {
          throw new ConflictError(
            'There is no deadline to extend: the postmortem is complete already',
          );
        }
        assertExtensionLater(
          new Date(dueAt),
          new Date(deadline.originalDueAt ?? deadline.dueAt),
        );
        return {
          facts: {
            extension: {
              dueAt,
              reason,
              approverRef,
              grantedAt: now.toISOString(),
            },
          },
        };
      });
    },

    async deleteExtension(request, options) {
      return changeFacts(ctx, request, options, async current => {
        if (!current.extension) {
          throw new NotFoundError('There is no extension');
        }
        return { facts: { extension: undefined } };
      });
    },
  };
}

/** An exception is for somebody else to grant than the one who would profit from it. */
function assertNotOwner(
  { ownerRef }: PostmortemRecord,
  approverRef: string,
  exception: string,
): void {
  if (ownerRef === approverRef) {
    throw new NotAllowedError(
      `${exception} must be granted by somebody else than the owner, and that is ${ownerRef}`,
    );
  }
}
