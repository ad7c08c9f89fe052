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

import { TrackerUnavailableError } from 'backstage-plugin-postmortems-node';
import { aCreate, complete, publish } from '../harness';
import { declared, deliver, happened, settled } from '../incidents';
import type { WholePortal } from './wholePortal';

/**
 * Uses everything that writes to the database, so that every table has rows, and those of every
 * kind: it fills the snapshots that upgrades are tested with. What writes something new goes in
 * here.
 *
 * @param tag - tells this month from another on the same database
 */
export async function liveAMonth(
  portal: WholePortal,
  tag: string,
): Promise<void> {
  await publishOne(portal, tag);
  await exceptOne(portal, tag);
  await restrictOne(portal, tag);
  await importOne(portal, tag);
  await takeInIncidents(portal, tag);
  for (const task of ['refresh-teams', 'refresh-owning-teams', 'remind']) {
    await portal.runTask(task);
  }
}

/** The parameters of a change of the postmortem as it is now. */
async function current({ api }: WholePortal, id: string) {
  const { revision } = await api.getPostmortem({ params: { id } });
  return { params: { id }, ifMatch: revision };
}

/** One with all that it can hold, reviewed and published. */
async function publishOne(portal: WholePortal, tag: string): Promise<void> {
  const { api } = portal;
  const { id } = await api.createPostmortem({
    body: aCreate({
      title: `${tag}: Checkout returned 500s — “cache” flushed, été 🔥`,
      severity: 'SEV-2',
      severityHistory: [
        { severity: 'SEV-1', at: '2026-03-10T09:14:00Z' },
        { severity: 'SEV-2', at: '2026-03-10T10:00:00Z', reason: 'Half back' },
      ],
      detectedAt: '2026-03-10T09:20:00Z',
      mitigatedAt: '2026-03-10T10:30:00Z',
      entityRefs: [
        'component:default/checkout-api',
        'resource:default/payments-db',
      ],
      commanderRef: 'user:default/carol',
      ownerRef: 'user:default/bob',
      contributors: [
        { userRef: 'user:default/alice', role: 'scribe' },
        { userRef: 'user:default/carol', role: 'responder' },
      ],
      labels: ['cache', 'peak-traffic'],
      links: [{ title: 'Channel', url: 'https://chat.example.com/c/1' }],
    }),
  });
  await portal.as('bob').acknowledgeOwner({ params: { id } });
  await complete(api, { id });
  await api.addTimelineEvent({
    params: { id },
    body: { occurredAt: '2026-03-10T10:00:00Z', text: 'Rolled back' },
  });
  await api.updatePostmortem({
    ...(await current(portal, id)),
    body: { severity: 'SEV-1', severityReason: 'Worse than thought' },
  });
  await api.putMeeting({
    ...(await current(portal, id)),
    body: {
      scheduledFor: '2026-03-13T09:00:00Z',
      attendeeRefs: ['user:default/carol'],
    },
  });
  await commitToWork(portal, id);
  await talkItOver(portal, id);
  await publish(api, { id });
}

/** Action items of every standing; one has a ticket, and one waits for its own. */
async function commitToWork(portal: WholePortal, id: string): Promise<void> {
  const { api } = portal;
  const common = {
    description: 'Not *all at once*.',
    kind: 'prevent' as const,
    ownerRef: 'group:default/checkout',
  };
  for (const more of [
    { title: 'Flush in steps', priority: 'P0', status: 'open' },
    { title: 'Alert on the hit rate', priority: 'P1', status: 'in-progress' },
    { title: 'Another cache', priority: 'P3', status: 'proposed' },
    { title: 'Write it down', priority: 'P2', status: 'done' },
  ] as const) {
    await api.addActionItem({
      params: { id },
      body: { ...common, ...more, dueAt: '2026-03-20T00:00:00Z' },
    });
  }
  await api.putTicket({ params: { id, key: 'A1' }, body: {} });
  portal.tracker.failures.push(new TrackerUnavailableError('It answered 503'));
  await api.putTicket({ params: { id, key: 'A2' }, body: {} });
}

/** Comments, reviewers, an approval. */
async function talkItOver(portal: WholePortal, id: string): Promise<void> {
  const { api } = portal;
  const carol = portal.as('carol');
  const { id: itemId } = await carol.addComment({
    params: { id },
    body: { markdown: 'Which shops?', anchor: 'summary' },
  });
  await carol.addComment({ params: { id }, body: { markdown: 'Thanks.' } });
  await api.resolveComment({ params: { id, itemId } });
  await carol.watch({ params: { id } });
  await api.changeStatus({
    ...(await current(portal, id)),
    body: { to: 'in-review' },
  });
  await api.putReviewers({
    ...(await current(portal, id)),
    body: { reviewerRefs: ['user:default/carol', 'group:default/platform'] },
  });
  const { contentRevision } = await api.getPostmortem({ params: { id } });
  await carol.addReview({
    params: { id },
    body: { verdict: 'approve', contentRevision },
  });
  await api.changeStatus({
    ...(await current(portal, id)),
    body: { to: 'draft', reason: 'One more thing' },
  });
}

/** One with a waiver and an extension, whose owner gave it back. */
async function exceptOne(portal: WholePortal, tag: string): Promise<void> {
  const { api } = portal;
  const { id } = await api.createPostmortem({
    body: aCreate({ title: `${tag}: Slow`, ownerRef: 'user:default/bob' }),
  });
  await portal.as('carol').putExtension({
    ...(await current(portal, id)),
    body: { dueAt: '2026-03-30T12:00:00Z', reason: 'The vendor is asked' },
  });
  await portal.as('carol').putWaiver({
    ...(await current(portal, id)),
    body: { reason: 'Covered by another', expiresAt: '2026-04-01T00:00:00Z' },
  });
  await portal.as('bob').handOverOwner({
    params: { id },
    body: { reason: 'On leave', suggestedRef: 'user:default/alice' },
  });
  await api.putSnooze({
    params: { id },
    body: { until: '2026-03-14T00:00:00Z' },
  });
}

async function restrictOne(portal: WholePortal, tag: string): Promise<void> {
  const { api } = portal;
  const { id } = await api.createPostmortem({
    body: aCreate({
      title: `${tag}: Keys leaked`,
      severity: 'SEV-1',
      resolvedAt: undefined,
      commanderRef: 'user:default/alice',
      visibility: 'restricted',
    }),
  });
  await api.addActionItem({
    params: { id },
    body: { title: 'Rotate the keys', kind: 'repair', priority: 'P0' },
  });
}

async function importOne({ api }: WholePortal, tag: string): Promise<void> {
  await api.importPostmortem({
    body: {
      ...aCreate({ title: `${tag}: From the wiki`, outcome: 'false-alarm' }),
      importKey: `${tag}/wiki`,
      status: 'published',
      publishedAt: '2026-03-11T12:00:00Z',
      meetingHeldAt: '2026-03-11T09:00:00Z',
      sections: { summary: 'It *was* nothing.' },
      contributingFactors: [{ title: 'A wrong threshold' }],
    },
  });
}

/** An incident with a postmortem, one that nobody mapped, and a delivery that could not be read. */
async function takeInIncidents(
  portal: WholePortal,
  tag: string,
): Promise<void> {
  const { knex } = portal;
  const incident = `${tag}-1`;
  const changes = [
    ...declared('11 09:14', { incident }),
    happened('11 09:30', { kind: 'note', text: 'It is the cache' }, incident),
    happened('11 10:00', { kind: 'resolved' }, incident),
    ...declared('11 12:00', {
      incident: `${tag}-2`,
      severity: 'apocalyptic',
      services: ['nobody-knows'],
    }),
  ];
  await deliver(portal, changes, { delivery: `${tag} 1` });
  await settled(knex, portal);
  portal.source.failures.push(new Error('connect ECONNREFUSED'));
  await deliver(portal, declared('11 13:00', { incident: `${tag}-3` }), {
    delivery: `${tag} 2`,
  });
  await settled(knex, portal);
}
