// A test suite exported for other packages. Some tests depend on optional features.
/* eslint-disable jest/no-export, jest/no-conditional-expect */

import { randomUUID } from 'node:crypto';
import type {
  CreateTicketRequest,
  TicketState,
  TicketTracker,
  TrackerWebhook,
} from '../trackers';
import type { FakeServer, FakeFault } from './FakeServer';

/**
 * A tracker under test, with a fake system that responds as documented.
 *
 * @public
 */
export interface TrackerBench {
  tracker: TicketTracker;
  /** Started by the bench and stopped by the suite. */
  server: FakeServer;
  /** A project for new tickets. */
  project: string;
  /** Texts that must not appear in error messages, such as the token. */
  secrets: string[];
  /** The visible content of all tickets, oldest first. */
  tickets(): { key: string; text: string }[];
  /** Closes or reopens a ticket in the fake system, as a person would. */
  setStatus(key: string, status: 'open' | 'closed' | 'declined'): void;
  /** Deletes a ticket in the fake system. */
  remove(key: string): void;
  /** Revokes the account's access to the project. */
  lockOut(): void;
  /** Responses to rate-limited requests, with the seconds to wait. */
  tooManyRequests: { answer: FakeFault; seconds: number }[];
  /** A signed webhook for a changed ticket, if the system sends those. */
  webhook?(key: string): TrackerWebhook;
  /** A signed webhook about something other than a ticket. */
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
      // The end of 25 March in New York, which is another day in UTC.
      dueAt: '2026-03-26T03:59:59.999Z',
      dueOn: '2026-03-25',
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
 * Tests that a {@link TicketTracker} meets its contract. Call it in a test file, like `describe`.
 *
 * @param name - the tracker's name
 * @param setUp - creates a bench for each test, without tickets
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
    /** All calls on an existing ticket. */
    const callsOn = (key: string) => [
      () => tracker.fetch(key, options),
      () => tracker.setStatus(key, { status: 'closed' }, options),
    ];

    beforeEach(async () => {
      bench = await setUp();
      tracker = bench.tracker;
    });
    afterEach(() => bench.server.stop());

    it('creates a ticket with the task and its origin', async () => {
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

    it('creates a ticket for a minimal action item', async () => {
      const request = aRequest(bench.project, {
        description: '',
        dueAt: undefined,
        ownerRef: undefined,
      });
      const { key } = await tracker.create(request, options);
      expect(bench.tickets().map(ticket => ticket.key)).toEqual([key]);
    });

    it('finds a ticket by its idempotency key after a lost response', async () => {
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

      bench.server.fail('response-lost');
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

    it('closes and reopens, repeatedly', async () => {
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

    it('sees changes by people', async () => {
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

    it('recognizes URLs of its tickets', async () => {
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

    it('reports rate limits', async () => {
      const { key } = await made();
      for (const { answer, seconds } of bench.tooManyRequests) {
        for (const call of [made, ...callsOn(key)]) {
          bench.server.fail(answer);
          const error = await call().catch(thrown => thrown);
          expect(error).toEqual(UNAVAILABLE);
          expect(error.retryAfterSeconds).toBe(seconds);
        }
      }
      expect(bench.tickets()).toHaveLength(1);
    });

    it.each<[string, FakeFault]>([
      ['an answer 500', { status: 500 }],
      ['an answer 502 in HTML', { status: 502, body: '<html>' }],
      ['an answer 503', { status: 503, body: {} }],
      ['a lost connection', 'lost'],
    ])('distinguishes %s from a refusal', async (_, fault) => {
      const { key } = await made();
      for (const call of [made, ...callsOn(key)]) {
        bench.server.fail(fault, fault, fault, fault);
        await expect(call()).rejects.toEqual(UNAVAILABLE);
        bench.server.fail();
      }
      expect(await tracker.fetch(key, options)).toMatchObject({
        status: 'open',
      });
    });

    it('reports a deleted ticket', async () => {
      const { key } = await made();
      bench.remove(key);
      for (const call of callsOn(key)) {
        await expect(call()).rejects.toEqual(NOT_FOUND);
        await expect(call()).rejects.toThrow(key);
      }
    });

    it('reports a missing permission, unlike a deleted ticket', async () => {
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

    it('rejects an invalid project', async () => {
      for (const project of ['', '../../admin', 'no such project at all']) {
        await expect(
          tracker.create(aRequest(project), options),
        ).rejects.toEqual(REFUSED);
      }
      expect(bench.tickets()).toEqual([]);
    });

    it('aborts a call', async () => {
      const { key } = await made();
      bench.server.fail('hang');
      const controller = new AbortController();
      const call = tracker.fetch(key, { signal: controller.signal });
      setTimeout(() => controller.abort(), 20);
      await expect(call).rejects.toEqual(UNAVAILABLE);
    });

    it('accepts only signed webhooks', async () => {
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
