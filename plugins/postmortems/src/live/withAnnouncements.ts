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

import { endpoints } from 'backstage-plugin-postmortems-common';
import type {
  EndpointName,
  PostmortemsApi,
} from 'backstage-plugin-postmortems-common';
import { announceChange } from './changes';

/** They ask a question that is too long for an address, and change nothing. */
const questions: string[] = ['previewDeadline', 'suggestOwners'];

/** Which postmortem an operation was about; none where it was about several. */
function postmortemOf(input: unknown, answer: unknown): string | undefined {
  const { params } = (input ?? {}) as { params?: { id?: string } };
  return params?.id ?? (answer as { id?: string } | undefined)?.id;
}

/** The same API, which tells the screens of this browser tab when it has changed something. */
export function withAnnouncements(api: PostmortemsApi): PostmortemsApi {
  const functions = Object.entries(endpoints).map(([name, { method }]) => {
    const call = api[name as EndpointName] as (
      ...args: unknown[]
    ) => Promise<unknown>;
    if (method === 'get' || questions.includes(name)) return [name, call];
    return [
      name,
      async (...args: unknown[]) => {
        const answer = await call(...args);
        announceChange({ postmortemId: postmortemOf(args[0], answer) });
        return answer;
      },
    ];
  });
  return Object.fromEntries(functions);
}
