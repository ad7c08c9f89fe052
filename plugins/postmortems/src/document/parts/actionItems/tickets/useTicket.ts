import type {
  ActionItem,
  PutTicket,
} from 'backstage-plugin-postmortems-common';
import { useSend } from '../../../../data/mutations';
import { addressOf } from '../controls/actionItem';
import { useActionItemRequest } from '../controls/useActionItemRequest';

/** Creates, links, unlinks and syncs an action item's ticket. */
export function useTicket(item: ActionItem) {
  const send = useSend();
  const { run, busy, problem } = useActionItemRequest();
  const params = addressOf(item);

  return {
    put: (body: PutTicket) => run(() => send('putTicket', { params, body })),
    remove: () => run(() => send('removeTicket', { params })),
    sync: () => run(() => send('syncTicket', { params })),
    busy,
    problem,
  };
}
