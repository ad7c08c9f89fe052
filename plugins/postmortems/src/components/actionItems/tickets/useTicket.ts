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

import { useMemo } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type {
  ActionItem,
  PutTicket,
} from 'backstage-plugin-postmortems-common';
import { postmortemsApiRef } from '../../../api';
import { addressOf } from '../parts/actionItem';
import { useActionItemRequest } from '../parts/useActionItemRequest';

/** Makes, links and unlinks the ticket of an action item, and compares the two. */
export function useTicket<T extends ActionItem>(
  item: T,
  onChanged: (item: T) => void,
) {
  const api = useApi(postmortemsApiRef);
  const { run, busy, problem } = useActionItemRequest(item, onChanged);
  const params = useMemo(() => addressOf(item), [item]);

  return {
    put: (body: PutTicket) => run(() => api.putTicket({ params, body })),
    remove: () => run(() => api.removeTicket({ params })),
    sync: () => run(() => api.syncTicket({ params })),
    busy,
    problem,
  };
}
