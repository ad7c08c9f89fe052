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

import { ConfigReader, readDurationFromConfig } from '@backstage/config';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import type { TicketTarget } from './ticketTargets';
import { parseTicketTarget } from './ticketTargets';

/** What is configured under `postmortems.tickets`. */
export interface TicketsConfig {
  /** Where tickets go that no team says anything else of. */
  defaultTarget?: TicketTarget;
  /** Whether closing the ticket closes the action item, and reopening reopens it. */
  closeItem: boolean;
  /** Whether closing the action item closes the ticket, and reopening reopens it. */
  closeTicket: boolean;
  /** How often open tickets are looked at, in milliseconds; none for never. */
  pollMs?: number;
  /** How often one address may send to the webhook of one tracker. */
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
 * Reads `postmortems.tickets`. Everything may be left out.
 *
 * @throws InputError that names the key that is wrong and what it must be instead
 */
export function readTicketsConfig(root: Config): TicketsConfig {
  const config =
    root.getOptionalConfig('postmortems.tickets') ?? new ConfigReader({});
  const unknown = config.keys().filter(key => !KEYS.includes(key));
  if (unknown.length > 0) {
    throw wrong(
      '',
      `must not have ${unknown.join(', ')}, only ${KEYS.join(', ')}`,
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
