import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import type { PostmortemsService } from 'backstage-plugin-postmortems-node';
import { assertExtensionLater } from '../policy/assertExtensionLater';
import { userOf } from '../kernel/actor';
import { assertIndependent } from '../postmortem/assertIndependent';
import { utc } from '../kernel/normalize';
import { changeFacts } from '../postmortem/change';
import type { ComplianceContext } from './context';

/** Grants and withdraws waivers and extensions. Requires a person and a reason. */
export function waiverOperations(
  ctx: ComplianceContext,
): Pick<
  PostmortemsService,
  'putWaiver' | 'deleteWaiver' | 'putExtension' | 'deleteExtension'
> {
  return {
    async putWaiver(request, options) {
      const approverRef = userOf(options.credentials, 'Granting a waiver');
      const { reason } = request.body;
      const expiresAt = utc(request.body.expiresAt);
      return changeFacts(ctx, request, options, async (current, tx, now) => {
        await assertIndependent(ctx, tx, current, approverRef, 'A waiver');
        if (!current.required) {
          throw new ConflictError(
            `Nothing to waive: no rule requires a postmortem for ${current.governingSeverity}`,
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
          reason,
          because: { by: 'exception', kind: 'waiver' },
        };
      });
    },

    async deleteWaiver(request, options) {
      return changeFacts(ctx, request, options, async current => {
        if (!current.waiver)
          throw new NotFoundError('This postmortem has no waiver');
        return { facts: { waiver: undefined }, reason: request.body.reason };
      });
    },

    async putExtension(request, options) {
      const approverRef = userOf(options.credentials, 'Granting an extension');
      const { reason } = request.body;
      const dueAt = utc(request.body.dueAt);
      return changeFacts(ctx, request, options, async (current, tx, now) => {
        await assertIndependent(ctx, tx, current, approverRef, 'An extension');
        const { deadline } = current;
        if (!deadline) {
          throw new ConflictError(
            'No deadline to extend: the incident is not resolved, or no rule requires a postmortem',
          );
        }
        if (current.completedAt) {
          throw new ConflictError(
            'No deadline to extend: the postmortem is already complete',
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
          reason,
          because: { by: 'exception', kind: 'extension' },
        };
      });
    },

    async deleteExtension(request, options) {
      return changeFacts(ctx, request, options, async current => {
        if (!current.extension) {
          throw new NotFoundError('This postmortem has no extension');
        }
        return {
          facts: { extension: undefined },
          reason: request.body.reason,
        };
      });
    },
  };
}
