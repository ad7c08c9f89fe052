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

import {
  LIMITS,
  incidentStandingSchema,
} from 'backstage-plugin-postmortems-common';
import type { Incident, Postmortem } from 'backstage-plugin-postmortems-common';
import type { PostmortemsService } from 'backstage-plugin-postmortems-node';
import { DateTime, Duration } from 'luxon';
import type { DemoStep } from './demoIncidents';

/** The source that the demo's incidents come from. */
const SOURCE = 'generic';
/** How often is looked whether an incident has become a postmortem. */
const LOOK_MS = 500;
const MOST_LOOKS = 120;

type Service = Pick<
  PostmortemsService,
  'listIncidents' | 'getPostmortem' | 'updatePostmortem'
>;

/**
 * Takes the steps one after the other, unless incidents have come in before.
 *
 * @throws Error where an incident to edit does not become a postmortem within a minute
 */
export async function playDemoIncidents(options: {
  steps: DemoStep[];
  send: (id: string, body: object) => Promise<void>;
  postmortems: Service;
  credentials: Parameters<Service['listIncidents']>[1]['credentials'];
  now: DateTime;
  wait: (milliseconds: number) => Promise<void>;
}): Promise<void> {
  const { steps, send, postmortems, credentials, now, wait } = options;

  async function incidents(): Promise<Incident[]> {
    const { items } = await postmortems.listIncidents(
      {
        query: {
          source: [SOURCE],
          standing: incidentStandingSchema.options,
          limit: LIMITS.pageSize,
          totalItems: 'exclude',
        },
      },
      { credentials },
    );
    return items;
  }

  async function draftOf(key: string): Promise<Postmortem> {
    for (let looks = 0; looks < MOST_LOOKS; looks++) {
      const id = (await incidents()).find(
        each => each.key === key,
      )?.postmortemId;
      if (id) {
        return postmortems.getPostmortem({ params: { id } }, { credentials });
      }
      await wait(LOOK_MS);
    }
    throw new Error(`${key} has not become a postmortem`);
  }

  if ((await incidents()).length > 0) return;
  for (const [index, step] of steps.entries()) {
    if ('send' in step) {
      const at = now.minus(Duration.fromISO(step.ago)).toISO();
      await send(`demo-${index}`, { at, ...step.send });
    } else {
      const { id, revision } = await draftOf(step.edit);
      await postmortems.updatePostmortem(
        { params: { id }, ifMatch: revision, body: step.changes },
        { credentials },
      );
    }
  }
}
