import { useCallback } from 'react';
import type { Postmortem } from 'backstage-plugin-postmortems-common';
import { useSend } from './mutations';

/**
 * Returns a function that assigns the owner. Assigning yourself also acknowledges ownership.
 *
 * @param me - the signed-in user, if they have an entity
 */
export function useAssignOwner(
  me: string | undefined,
): (
  postmortem: Pick<Postmortem, 'id' | 'revision'>,
  ownerRef: string | undefined,
) => Promise<Postmortem> {
  const send = useSend();
  return useCallback(
    async ({ id, revision }, ownerRef) => {
      const params = { id };
      const assigned = await send('putOwner', {
        params,
        body: { ownerRef: ownerRef ?? null },
        ifMatch: revision,
      });
      return ownerRef && ownerRef === me
        ? send('acknowledgeOwner', { params })
        : assigned;
    },
    [send, me],
  );
}
