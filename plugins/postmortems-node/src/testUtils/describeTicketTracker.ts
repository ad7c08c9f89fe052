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

// A suite for the tests of other packages, so it is exported, and what a tracker may lack is asked.
/* eslint-disable jest/no-export, jest/no-conditional-expect */

import { randomUUID } from 'node:crypto';
import type {
  CreateTicketRequest,
  TicketState,
  TicketTracker,
  TrackerWebhook,
} from '../trackers';
import type { FakeServer, Trouble } from './FakeServer';

/**
 * A tracker to be tested, and what only its maker can say of the system that it works with, or
 * rather of a fake that answers as that system's documentation says.
 *
 * @public
 */
export interface TrackerBench {
  tracker: TicketTracker;
  /** Started; stopped by the tests. */
  server: FakeServer;
  /** A project that tickets can be made in. */
  project: string;
  /** What no message may contain, such as the token. */
  secrets: string[];
  /** All that people see of each ticket, oldest first. */
  tickets(): { key: string; text: string }[];
  /** Closes or reopens a ticket as a person would, there. */
  setStatus(key: string, status: 'open' | 'closed' | 'declined'): void;
  /** Deletes a ticket, there. */
  remove(key: string): void;
  /** Takes from the tracker's account the permission for the project. */
  lockOut(): void;
  /** The answers by which the system asks for fewer requests, and for how many seconds. */
  tooManyRequests: { answer: Trouble; seconds: number }[];
  /** What it sends when a ticket changed, rightly signed; left out if it sends nothing. */
  webhook?(key: string): TrackerWebhook;
  /** The same about something that is no ticket. */
  otherWebhook?(): TrackerWebhook;
}

const options = { signal: new AbortController().signal };

function aRequest(
  project: string,
  more: Partial<CreateTicketRequest['actionItem']> = {},
): CreateTicketRequest {
  return {
    project,
    idempotencyKey: randomUUID(),
    actionItem: {
      id: 'PM-42/A3',
      title: 'Flush the cache in [small] steps — 50 % "at most"',
      description:
        'The flush emptied **all** nodes.\n\n- one node at a time\n- watch the load\n\n```\nflush --node 1\n```',
      kind: 'prevent',
      priority: 'P1',
      ownerRef: 'user:default/bob',
      dueAt: '2026-03-25T23:59:59.999Z',
      ...more,
    },
    postmortem: {
      id: 'PM-42',
      title: 'Checkout returned 500s <again> | #1',
      url: 'https://portal.example.com/postmortems/PM-42',
    },
  };
}

const named = (name: string) => expect.objectContaining({ name });
const UNAVAILABLE = named('TrackerUnavailableError');
const REFUSED = named('TicketRefusedError');
const NOT_FOUND = named('TicketNotFoundError');

/**
 * Tests that a {@link TicketTracker} keeps to its contract. To be called in a test file of a
 * module, as one would call `describe`.
 *
 * @param name - what is tested
 * @param setUp - makes a bench for each test, with nothing on it
 * @public
 */
export function describeTicketTracker(
  name: string,
  setUp: () => Promise<TrackerBench>,
): void {
  describe(`${name} as ticket tracker`, () => {
    let bench: TrackerBench;
    let tracker: TicketTracker;
    const made = () => tracker.create(aRequest(bench.project), options);
    /** The calls about a ticket that there is. */
    const callsOn = (key: string) => [
      () => tracker.fetch(key, options),
      () => tracker.setStatus(key, { status: 'closed' }, options),
    ];

    beforeEach(async () => {
      bench = await setUp();
      tracker = bench.tracker;
    });
    afterEach(() => bench.server.stop());

    it('makes a ticket that says what is to be done and where it comes from', async () => {
      const request = aRequest(bench.project);
      const ticket = await tracker.create(request, options);
      expect(ticket).toMatchObject({ status: 'open' });
      expect(tracker.parseUrl(ticket.url)).toBe(ticket.key);

      const [{ key, text }] = bench.tickets();
      expect(key).toBe(ticket.key);
      for (const part of [
        request.actionItem.title,
        'one node at a time',
        'flush --node 1',
        'PM-42/A3',
        request.postmortem.url,
        'P1',
        '2026-03-25',
      ]) {
        expect(text).toContain(part);
      }
    });

    it('makes one of a bare action item too', async () => {
      const request = aRequest(bench.project, {
        description: '',
        dueAt: undefined,
        ownerRef: undefined,
      });
      const { key } = await tracker.create(request, options);
      expect(bench.tickets().map(ticket => ticket.key)).toEqual([key]);
    });

    it('finds by its idempotency key a ticket whose making was never answered', async () => {
      const since = new Date();
      await made();
      const request = aRequest(bench.project);
      const { idempotencyKey, project } = request;
      const find = (key = idempotencyKey) =>
        tracker.findByIdempotencyKey(
          { project, idempotencyKey: key, since },
          options,
        );
      expect(await find()).toBeUndefined();

      bench.server.trouble('answer-lost');
      await expect(tracker.create(request, options)).rejects.toEqual(
        UNAVAILABLE,
      );
      await made();
      const [, { key }] = bench.tickets();
      expect(await find()).toMatchObject({ key, status: 'open' });
      bench.setStatus(key, 'closed');
      expect(await find()).toMatchObject({ key, status: 'closed' });
      expect(await find(randomUUID())).toBeUndefined();
      expect(bench.tickets()).toHaveLength(3);
    });

    it('finds the ticket among hundreds', async () => {
      const since = new Date();
      const request = aRequest(bench.project);
      const { key } = await tracker.create(request, options);
      for (let more = 0; more < 210; more++) await made();
      expect(
        await tracker.findByIdempotencyKey({ ...request, since }, options),
      ).toMatchObject({ key });
    });

    it('closes and reopens, as often as it is told', async () => {
      const { key } = await made();
      for (const status of ['closed', 'closed', 'open', 'open'] as const) {
        expect(await tracker.setStatus(key, { status }, options)).toMatchObject(
          { key, status },
        );
        expect(await tracker.fetch(key, options)).toMatchObject({ status });
      }
      expect(
        await tracker.setStatus(
          key,
          { status: 'closed', declined: true },
          options,
        ),
      ).toMatchObject({ status: 'closed', declined: true });
    });

    it('sees what people did', async () => {
      const { key, url } = await made();
      const seen: TicketState[] = [];
      for (const status of ['closed', 'open', 'declined'] as const) {
        bench.setStatus(key, status);
        seen.push(await tracker.fetch(key, options));
      }
      expect(seen).toMatchObject([
        { key, url, status: 'closed' },
        { key, url, status: 'open' },
        { key, url, status: 'closed', declined: true },
      ]);
      expect(seen[0].declined).toBeFalsy();
    });

    it('knows the addresses of its tickets from others', async () => {
      const { key, url } = await made();
      expect(tracker.parseUrl(`${url}#a-comment`)).toBe(key);
      for (const other of [
        'https://elsewhere.example.com/1',
        `https://elsewhere.example.com${new URL(url).pathname}`,
        new URL('/', url).href,
        'not an address',
        '',
      ]) {
        expect([other, tracker.parseUrl(other)]).toEqual([other, undefined]);
      }
    });

    it('waits as long as it is asked to', async () => {
      const { key } = await made();
      for (const { answer, seconds } of bench.tooManyRequests) {
        for (const call of [made, ...callsOn(key)]) {
          bench.server.trouble(answer);
          const error = await call().catch(thrown => thrown);
          expect(error).toEqual(UNAVAILABLE);
          expect(error.retryAfterSeconds).toBe(seconds);
        }
      }
      expect(bench.tickets()).toHaveLength(1);
    });

    it.each<[string, Trouble]>([
      ['an answer 500', { status: 500 }],
      ['an answer 502 in HTML', { status: 502, body: '<html>' }],
      ['an answer 503', { status: 503, body: {} }],
      ['a lost connection', 'lost'],
    ])('tells %s from a refusal', async (_, trouble) => {
      const { key } = await made();
      for (const call of [made, ...callsOn(key)]) {
        bench.server.trouble(trouble, trouble, trouble, trouble);
        await expect(call()).rejects.toEqual(UNAVAILABLE);
        bench.server.trouble();
      }
      expect(await tracker.fetch(key, options)).toMatchObject({
        status: 'open',
      });
    });

    it('says that a ticket was deleted', async () => {
      const { key } = await made();
      bench.remove(key);
      for (const call of callsOn(key)) {
        await expect(call()).rejects.toEqual(NOT_FOUND);
        await expect(call()).rejects.toThrow(key);
      }
    });

    it('says that it lacks permission, which is not the same', async () => {
      const { key } = await made();
      bench.lockOut();
      for (const call of [made, ...callsOn(key)]) {
        const error = await call().catch(thrown => thrown);
        expect(error).toEqual(REFUSED);
        for (const secret of bench.secrets) {
          expect(
            JSON.stringify([error, error.message, error.stack]),
          ).not.toContain(secret);
        }
      }
    });

    it('refuses a project that cannot be', async () => {
      for (const project of ['', '../../admin', 'no such project at all']) {
        await expect(
          tracker.create(aRequest(project), options),
        ).rejects.toEqual(REFUSED);
      }
      expect(bench.tickets()).toEqual([]);
    });

    it('ends a call when it is told to', async () => {
      const { key } = await made();
      bench.server.trouble('hang');
      const controller = new AbortController();
      const call = tracker.fetch(key, { signal: controller.signal });
      setTimeout(() => controller.abort(), 20);
      await expect(call).rejects.toEqual(UNAVAILABLE);
    });

    it('takes webhooks that are signed, and no others', async () => {
      if (!bench.webhook || !bench.otherWebhook) {
        expect(tracker.parseWebhook).toBeUndefined();
        return;
      }
      const { key } = await made();
      const webhook = bench.webhook(key);
      expect(await tracker.parseWebhook!(webhook)).toEqual([key]);
      expect(await tracker.parseWebhook!(bench.otherWebhook())).toEqual([]);

      const unsigned = Object.fromEntries(
        Object.entries(webhook.headers).filter(
          ([header]) => !header.includes('signature'),
        ),
      );
      const forged = Buffer.concat([webhook.body, Buffer.from(' ')]);
      for (const wrong of [
        { ...webhook, headers: unsigned },
        { ...webhook, body: forged },
        { ...webhook, body: Buffer.alloc(0) },
      ]) {
        await expect(tracker.parseWebhook!(wrong)).rejects.toEqual(
          named('AuthenticationError'),
        );
      }
    });
  });
}
