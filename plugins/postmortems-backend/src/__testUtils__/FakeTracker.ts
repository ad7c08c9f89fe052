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

/** An in-memory ticket tracker that can simulate failures. */
export class FakeTracker implements TicketTracker {
  readonly id = 'fake';
  readonly title = 'Fake tracker';
  readonly tickets: FakeTicket[] = [];
  /** Calls by name. */
  readonly calls: string[] = [];
  /** Thrown by the next calls, in order. */
  readonly failures: Error[] = [];
  /** Thrown after creating a ticket, to simulate a lost response. */
  readonly lostResponses: Error[] = [];
  /** Awaited before every response. */
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
    const lost = this.lostResponses.shift();
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
