import type { Request } from 'express';
import type { AuditorService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { postmortemIdSchema } from 'backstage-plugin-postmortems-common';
import type { Endpoint } from 'backstage-plugin-postmortems-common';

export function isReadOnly({ method, readOnly }: Endpoint): boolean {
  return method === 'get' || readOnly === true;
}

/**
 * Reports a mutation to the audit log, whether it succeeds or fails. The event is
 * `postmortem-mutate`; `meta.actionType` is the operation and `meta.postmortemId` its target.
 * Leaves out the content, which is in the history.
 */
export async function audited<T>(
  auditor: AuditorService,
  call: {
    name: string;
    endpoint: Endpoint;
    /** Undefined if the operation creates the postmortem. */
    postmortemId: string | undefined;
    /** The request, if the call came through the REST API. */
    request?: Request;
  },
  work: () => Promise<T>,
): Promise<T> {
  const { name, endpoint, postmortemId, request } = call;
  if (isReadOnly(endpoint)) return work();

  const event = await auditor.createEvent({
    eventId: 'postmortem-mutate',
    severityLevel: endpoint.method === 'delete' ? 'medium' : 'low',
    request,
    meta: { actionType: name, postmortemId },
  });
  try {
    const result = await work();
    const created = postmortemIdSchema.safeParse(
      (result as { id?: string })?.id,
    );
    await event.success({
      meta: { postmortemId: postmortemId ?? created.data },
    });
    return result;
  } catch (error) {
    await event.fail({ error: toError(error) });
    throw error;
  }
}
