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

/**
 * Reports a mutation to the audit log, whether it succeeds or fails; reading is not reported.
 * The event is `postmortem-mutate`, `meta.actionType` the operation and `meta.postmortemId` what
 * it was done to. What was written is not part of it: that is the history's to tell.
 */
export async function audited<T>(
  auditor: AuditorService,
  call: { name: string; endpoint: Endpoint; req: Request },
  work: () => Promise<T>,
): Promise<T> {
  const { name, endpoint, req } = call;
  if (endpoint.method === 'get' || READING_POSTS.has(name)) return work();

  const event = await auditor.createEvent({
    eventId: 'postmortem-mutate',
    severityLevel: endpoint.method === 'delete' ? 'medium' : 'low',
    request: req,
    meta: { actionType: name, postmortemId: req.params.id },
  });
  try {
    const result = await work();
    const { id } = (result ?? {}) as { id?: string };
    await event.success({ meta: { postmortemId: req.params.id ?? id } });
    return result;
  } catch (error) {
    await event.fail({ error: toError(error) });
    throw error;
  }
}
