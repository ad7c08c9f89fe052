import { ConfigReader, readDurationFromConfig } from '@backstage/config';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import type { TicketTarget } from './ticketTargets';
import { parseTicketTarget } from './ticketTargets';

/** The configuration under `postmortems.tickets`. */
export interface TicketsConfig {
  /** The default target, for teams without their own. */
  defaultTarget?: TicketTarget;
  /** Whether closing or reopening a ticket also closes or reopens its action item. */
  closeItem: boolean;
  /** Whether closing or reopening an action item also closes or reopens its ticket. */
  closeTicket: boolean;
  /** Polling interval for open tickets, in milliseconds; undefined to disable polling. */
  pollMs?: number;
  /** Rate limit per tracker webhook and sender address. */
  maxRequestsPerMinute: number;
}

const KEYS = [
  'default',
  'closeItem',
  'closeTicket',
  'pollInterval',
  'maxRequestsPerMinute',
];
const DEFAULT_POLL = { minutes: 15 };
const SHORTEST_POLL_MS = 60_000;
const DEFAULT_MAX_REQUESTS = 600;

/**
 * Reads `postmortems.tickets`. All keys are optional.
 *
 * @throws InputError naming the wrong key and what it must be
 */
export function readTicketsConfig(root: Config): TicketsConfig {
  const config =
    root.getOptionalConfig('postmortems.tickets') ?? new ConfigReader({});
  const unknown = config.keys().filter(key => !KEYS.includes(key));
  if (unknown.length > 0) {
    throw wrong(
      '',
      `has unknown keys: ${unknown.join(', ')}. Use ${KEYS.join(', ')}`,
    );
  }
  return {
    defaultTarget: readDefault(config),
    closeItem: config.getOptionalBoolean('closeItem') ?? true,
    closeTicket: config.getOptionalBoolean('closeTicket') ?? true,
    pollMs: readPoll(config),
    maxRequestsPerMinute: readMaxRequests(config),
  };
}

function readDefault(config: Config): TicketTarget | undefined {
  const value = config.getOptionalString('default');
  if (value === undefined) return undefined;
  const target = parseTicketTarget(value);
  if (target) return target;
  throw wrong(
    '.default',
    `must be a tracker and a project such as github:acme/shop or jira:OPS, not "${value}"`,
  );
}

function readPoll(config: Config): number | undefined {
  if (config.getOptional('pollInterval') === false) return undefined;
  const milliseconds = durationToMilliseconds(
    config.has('pollInterval')
      ? readDurationFromConfig(config, { key: 'pollInterval' })
      : DEFAULT_POLL,
  );
  if (milliseconds >= SHORTEST_POLL_MS) return milliseconds;
  throw wrong(
    '.pollInterval',
    'must be false or a duration of at least a minute such as { minutes: 15 }',
  );
}

function readMaxRequests(config: Config): number {
  const limit =
    config.getOptionalNumber('maxRequestsPerMinute') ?? DEFAULT_MAX_REQUESTS;
  if (Number.isInteger(limit) && limit > 0) return limit;
  throw wrong(
    '.maxRequestsPerMinute',
    `must be a whole number of at least 1, not ${limit}`,
  );
}

function wrong(key: string, message: string): InputError {
  return new InputError(
    `Invalid configuration: postmortems.tickets${key}: ${message}`,
  );
}
