import { postmortemWaivePermission } from 'backstage-plugin-postmortems-common';
import { useMay } from '../../data/useMay';
import { useCurrentUser } from '../../ui/fields/useCurrentUser';
import { useDocument } from '../useDocument';

/**
 * Whether the reader may make exceptions, as far as the page can tell. Owners may not. The server
 * also checks earlier involvement.
 */
export function useMayCorrect(): boolean {
  const { id, ownerRef } = useDocument().postmortem;
  const mayWaive = useMay(postmortemWaivePermission, id);
  const me = useCurrentUser();
  return mayWaive && (me === undefined || ownerRef !== me);
}
