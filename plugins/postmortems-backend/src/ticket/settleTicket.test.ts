import type { TicketRecord } from '../actionItem/itemTicket';
import { retryDelay, settleTicket } from './settleTicket';
import type { Outcome } from './settleTicket';

const NOW = new Date('2026-03-12T12:00:00.000Z');
const TICKET: TicketRecord = {
  actionItem: 1,
  tracker: 'fake',
  linked: true,
  idempotencyKey: 'k',
  key: 'SHOP-1',
  status: 'open',
  followedStatus: 'open',
  sync: 'ok',
  failures: 0,
};
const state = (status: 'open' | 'closed'): Outcome => ({
  result: 'state',
  state: { key: 'SHOP-1', url: 'https://x', status },
});

function settle(
  ticket: Partial<TicketRecord>,
  outcome: Outcome,
  around: Partial<Parameters<typeof settleTicket>[2]> = {},
) {
  const settled = settleTicket({ ...TICKET, ...ticket }, outcome, {
    now: NOW,
    random: 0,
    pollMs: 900_000,
    ...around,
  });
  const { nextAttemptAt } = settled;
  return {
    ...settled,
    seconds:
      nextAttemptAt && (Date.parse(nextAttemptAt) - NOW.getTime()) / 1_000,
  };
}

it('doubles the delay after each failure, up to an hour, with jitter', () => {
  const delays = [1, 2, 3, 7, 8, 100].map(failures => retryDelay(failures, 0));
  expect(delays).toEqual(
    [30, 60, 120, 1_920, 3_600, 3_600].map(s => s * 1_000),
  );
  expect(retryDelay(1, 0.99)).toBeGreaterThan(retryDelay(1, 0.5));
  expect(retryDelay(100, 0.99)).toBeLessThanOrEqual(90 * 60_000);
});

it.each(['vbscript:alert(1)', 'data:text/html,<script>', 'tickets/1'])(
  'does not link %s',
  url => {
    const said: Outcome = {
      result: 'state',
      state: { key: 'SHOP-1', url, status: 'open' },
    };
    expect(settle({}, said).url).toBeUndefined();
    expect(settle({}, state('open')).url).toBe('https://x');
  },
);

it('waits at least as long as requested and as the backoff', () => {
  const down = { result: 'unavailable', message: 'down' } as const;
  expect(settle({}, { ...down, retryAfterSeconds: 3 }).seconds).toBe(30);
  expect(settle({}, { ...down, retryAfterSeconds: 300 }).seconds).toBe(300);
});

it('retries a refusal after a day, and a deleted ticket never', () => {
  const message = 'no';
  expect(settle({}, { result: 'refused', message })).toMatchObject({
    sync: 'failed',
    error: 'no',
    seconds: 86_400,
  });
  expect(settle({}, { result: 'gone', message })).toMatchObject({
    sync: 'failed',
    seconds: undefined,
  });
});

it('starts syncing from the first status', () => {
  expect(
    settle({ status: undefined, followedStatus: undefined }, state('closed')),
  ).toMatchObject({ status: 'closed', followedStatus: 'closed' });
  expect(settle({}, state('closed'))).toMatchObject({
    status: 'closed',
    followedStatus: 'open',
  });
});

it('clears the wanted status only once it is reached', () => {
  expect(settle({ wantedStatus: 'closed' }, state('closed'))).toMatchObject({
    wantedStatus: undefined,
    followedStatus: 'closed',
    sync: 'ok',
  });
  // The action item was closed during a request about something else.
  expect(settle({ wantedStatus: 'closed' }, state('open'))).toMatchObject({
    wantedStatus: 'closed',
    sync: 'pending',
    seconds: 0,
  });
});

it('clears failures on the first response', () => {
  expect(settle({ failures: 9, error: 'down' }, state('open'))).toMatchObject({
    failures: 0,
    error: undefined,
    seconds: 900,
  });
});

it('polls closed tickets daily for a month, unless polling is disabled', () => {
  const closedDaysAgo = (days: number) => ({
    itemClosedAt: new Date(NOW.getTime() - days * 86_400_000).toISOString(),
  });
  const closed = (days: number) =>
    settle({}, state('closed'), closedDaysAgo(days)).seconds;
  expect([closed(1), closed(29), closed(31)]).toEqual([
    86_400,
    86_400,
    undefined,
  ]);
  expect(settle({}, state('open'), { pollMs: undefined }).seconds).toBe(
    undefined,
  );
});
