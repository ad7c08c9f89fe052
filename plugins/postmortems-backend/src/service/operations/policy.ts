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

import type { PostmortemsService } from 'backstage-plugin-postmortems-node';
import { checkTimes } from '../../lifecycle';
import { deadlineFacts } from '../../policy';
import { canonicalRefs, utc } from '../normalize';
import type { ServiceContext } from '../ServiceContext';
import { resolveSeverityHistory } from '../severities';

/** The policy, and what it would say of facts that are not saved. */
export function policyOperations(
  ctx: ServiceContext,
): Pick<PostmortemsService, 'getPolicy' | 'previewDeadline'> {
  return {
    async getPolicy() {
      return {
        policy: ctx.policy.inForce(ctx.clock()),
        severities: ctx.policy.severities.definitions,
        incidentSources: [...ctx.sourceTitles].map(([id, title]) => ({
          id,
          title,
        })),
      };
    },

    async previewDeadline({ body }, { credentials }) {
      const now = ctx.clock();
      const resolvedAt = utc(body.resolvedAt);
      const startedAt =
        utc(body.startedAt) ?? earlier(now.toISOString(), resolvedAt);
      const severityHistory = resolveSeverityHistory(
        { ...body, startedAt },
        ctx.policy.severities,
      );
      checkTimes({ startedAt, resolvedAt, severityHistory }, now);
      const { teamRefs, calendar } = await ctx.linking.link(
        canonicalRefs(body.entityRefs ?? []),
        [],
        credentials,
      );
      const { governingSeverity, required, rule, deadline } = deadlineFacts(
        {
          startedAt: new Date(startedAt),
          resolvedAt: resolvedAt ? new Date(resolvedAt) : undefined,
          severityHistory,
          calendarOverrides: calendar,
        },
        ctx.policy,
      );
      return { governingSeverity, required, rule, deadline, teamRefs };
    },
  };
}

function earlier(time: string, other: string | undefined): string {
  return other !== undefined && other < time ? other : time;
}
