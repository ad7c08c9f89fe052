import type { DeliveryStatus } from 'backstage-plugin-postmortems-common';
import { useSearchParams } from '../../ui/navigation/location';
import { NOT_APPLIED } from './deliveryStatus';

/** All unapplied deliveries, or those with one status. */
export type ShownDeliveries = 'open' | DeliveryStatus;

/** The delivery filter in the URL. */
export function useDeliveryFilter() {
  const [search, setSearch] = useSearchParams();
  // Not validated, because the server rejects unknown values.
  const shown = (search.get('status') ?? 'open') as ShownDeliveries;
  const source = search.getAll('source');
  const cursor = search.get('cursor') ?? undefined;

  function change(apply: (next: URLSearchParams) => void) {
    setSearch(current => {
      const next = new URLSearchParams(current);
      next.delete('cursor');
      apply(next);
      return next;
    });
  }

  return {
    shown,
    source,
    query: {
      status: shown === 'open' ? NOT_APPLIED : [shown],
      ...(source.length > 0 && { source }),
      ...(cursor && { cursor }),
    },
    show: (status: ShownDeliveries) =>
      change(next =>
        status === 'open' ? next.delete('status') : next.set('status', status),
      ),
    showSources: (ids: string[] = []) =>
      change(next => {
        next.delete('source');
        ids.forEach(id => next.append('source', id));
      }),
    goTo: (page: string | undefined) =>
      change(next => page && next.set('cursor', page)),
  };
}
