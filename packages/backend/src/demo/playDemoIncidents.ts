import {
  LIMITS,
  incidentDispositionSchema,
} from 'backstage-plugin-postmortems-common';
import type { Incident, Postmortem } from 'backstage-plugin-postmortems-common';
import type { PostmortemsService } from 'backstage-plugin-postmortems-node';
import { DateTime, Duration } from 'luxon';
import type { DemoStep } from './demoIncidents';

/** The source that reports the demo's incidents. */
const SOURCE = 'generic';
/** Interval for checking whether an incident has a postmortem, in milliseconds. */
const LOOK_MS = 500;
const MOST_LOOKS = 120;

type Service = Pick<
  PostmortemsService,
  'listIncidents' | 'getPostmortem' | 'updatePostmortem'
>;

/**
 * Runs the steps in order. Does nothing if there are incidents already.
 *
 * @throws Error if an incident to edit has no postmortem within a minute
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
          disposition: incidentDispositionSchema.options,
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
    throw new Error(`The demo incident ${key} did not produce a postmortem`);
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
