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

import { AuthenticationError } from '@backstage/errors';
import { TicketNotFoundError } from 'backstage-plugin-postmortems-node';
import type {
  CreateTicketRequest,
  FindTicketRequest,
  TicketState,
  TicketTracker,
  TrackerWebhook,
} from 'backstage-plugin-postmortems-node';

interface FakeTicket extends TicketState {
  idempotencyKey: string;
  request: CreateTicketRequest;
}

/** A ticket tracker in memory, which fails as it is told to. */
export class FakeTracker implements TicketTracker {
  readonly id = 'fake';
  readonly title = 'Fake tracker';
  readonly tickets: FakeTicket[] = [];
  /** The calls made, by name. */
  readonly calls: string[] = [];
  /** Thrown instead of an answer by the next calls, the first first. */
  readonly failures: Error[] = [];
  /** Thrown after the ticket was made: the answer is lost. */
  readonly lostAnswers: Error[] = [];
  /** Awaited before every answer. */
  pause: () => Promise<void> = async () => {};

  async create(request: CreateTicketRequest): Promise<TicketState> {
    await this.#call('create');
    const key = `${request.project}-${this.tickets.length + 1}`;
    const ticket: FakeTicket = {
      key,
      url: `https://tracker.example.com/${key}`,
      status: 'open',
      idempotencyKey: request.idempotencyKey,
      request,
    };
    this.tickets.push(ticket);
    const lost = this.lostAnswers.shift();
    if (lost) throw lost;
    return stateOf(ticket);
  }

  async findByIdempotencyKey(request: FindTicketRequest) {
    await this.#call('find');
    const ticket = this.tickets.find(
      each => each.idempotencyKey === request.idempotencyKey,
    );
    return ticket && stateOf(ticket);
  }

  async fetch(key: string) {
    await this.#call('fetch');
    return stateOf(this.ticket(key));
  }

  async setStatus(
    key: string,
    { status, declined }: Pick<TicketState, 'status' | 'declined'>,
  ) {
    await this.#call(`set ${declined ? 'declined' : status}`);
    return stateOf(Object.assign(this.ticket(key), { status, declined }));
  }

  parseUrl(url: string): string | undefined {
    return /^https:\/\/tracker\.example\.com\/([A-Z]+-\d+)$/.exec(url)?.[1];
  }

  async parseWebhook({ headers, body }: TrackerWebhook): Promise<string[]> {
    if (headers.authorization !== 'right') {
      throw new AuthenticationError('The signature is wrong');
    }
    return JSON.parse(body.toString()).keys;
  }

  ticket(key: string): FakeTicket {
    const ticket = this.tickets.find(each => each.key === key);
    if (ticket) return ticket;
    throw new TicketNotFoundError(`${key} was deleted`);
  }

  remove(key: string): void {
    this.tickets.splice(this.tickets.indexOf(this.ticket(key)), 1);
  }

  async #call(name: string): Promise<void> {
    this.calls.push(name);
    await this.pause();
    const failure = this.failures.shift();
    if (failure) throw failure;
  }
}

function stateOf({ key, url, status, declined }: FakeTicket): TicketState {
  return { key, url, status, ...(declined && { declined }) };
}
