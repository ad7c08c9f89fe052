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

import { useSearchParams } from 'react-router-dom';
import type { DeliveryStatus } from 'backstage-plugin-postmortems-common';
import { NOT_APPLIED } from './deliveryStatus';

/** Which deliveries are shown: all that are not applied, or those of one status. */
export type ShownDeliveries = 'open' | DeliveryStatus;

/** Which deliveries are shown, in the address. */
export function useDeliveryFilter() {
  const [search, setSearch] = useSearchParams();
  // Not checked here: a value that does not exist is for the server to name.
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
