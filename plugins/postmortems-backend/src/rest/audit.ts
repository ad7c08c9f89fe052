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

import type { Request } from 'express';
import type { AuditorService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { Endpoint } from 'backstage-plugin-postmortems-common';

/** Endpoints that take a body by POST but change nothing. */
const READING_POSTS = new Set(['previewDeadline', 'suggestOwners']);

/** Whether an operation changes nothing. */
export function isReading(name: string, endpoint: Endpoint): boolean {
  return endpoint.method === 'get' || READING_POSTS.has(name);
}

/**
 * Reports a mutation to the audit log, whether it succeeds or fails; reading is not reported.
 * The event is `postmortem-mutate`, `meta.actionType` the operation and `meta.postmortemId` what
 * it was done to. What was written is not part of it: that is the history's to tell.
 */
export async function audited<T>(
  auditor: AuditorService,
  call: {
    name: string;
    endpoint: Endpoint;
    /** The postmortem that it is done to, unless it makes one. */
    postmortemId: string | undefined;
    /** Where it came in by REST. */
    request?: Request;
  },
  work: () => Promise<T>,
): Promise<T> {
  const { name, endpoint, postmortemId, request } = call;
  if (isReading(name, endpoint)) return work();

  const event = await auditor.createEvent({
    eventId: 'postmortem-mutate',
    severityLevel: endpoint.method === 'delete' ? 'medium' : 'low',
    request,
    meta: { actionType: name, postmortemId },
  });
  try {
    const result = await work();
    const { id } = (result ?? {}) as { id?: string };
    await event.success({ meta: { postmortemId: postmortemId ?? id } });
    return result;
  } catch (error) {
    await event.fail({ error: toError(error) });
    throw error;
  }
}
