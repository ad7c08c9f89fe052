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

import type {
  ActionItem,
  Postmortem,
  TicketStatus,
} from 'backstage-plugin-postmortems-common';

/**
 * A system that tickets for action items are made in. A module implements this for one system
 * and adds it to {@link postmortemsTrackersExtensionPoint}; the backend does the rest: it decides
 * when to call, remembers what is still to do, and tries again.
 *
 * What every implementation must keep to:
 *
 * - Calls may come again, from any instance of the backend, and must then do no harm.
 * - A call that fails throws one of three errors, with a message for people that names what is
 *   wrong and holds no secret: {@link TrackerUnavailableError} where trying again can help,
 *   {@link TicketNotFoundError} where the ticket is gone, {@link TicketRefusedError} for every
 *   other refusal.
 * - A call ends when its signal aborts.
 *
 * `describeTicketTracker` in `backstage-plugin-postmortems-node/testUtils` tests all of this.
 *
 * @public
 */
export interface TicketTracker {
  /** What it is called in annotations, configuration and addresses: `github`. */
  readonly id: string;

  /** What it is called for people: `GitHub Issues`. */
  readonly title: string;

  /**
   * Makes a ticket. The idempotency key must become part of it in this same call, in a form that
   * {@link TicketTracker.findByIdempotencyKey} finds it by.
   */
  create(
    request: CreateTicketRequest,
    options: TrackerCallOptions,
  ): Promise<TicketState>;

  /**
   * Finds the ticket that an earlier call made, open or closed. It is asked where an attempt to
   * make a ticket ended without an answer, and only if it finds none is the ticket made again. A
   * search that lags behind by more than half a minute will not do.
   */
  findByIdempotencyKey(
    request: FindTicketRequest,
    options: TrackerCallOptions,
  ): Promise<TicketState | undefined>;

  /** How a ticket stands. */
  fetch(key: string, options: TrackerCallOptions): Promise<TicketState>;

  /**
   * Closes or reopens a ticket; one that has the status already stays as it is. Where the tracker
   * can tell, `declined` says that it is closed without being done.
   */
  setStatus(
    key: string,
    wanted: Pick<TicketState, 'status' | 'declined'>,
    options: TrackerCallOptions,
  ): Promise<TicketState>;

  /**
   * The key of the ticket that an address shows, undefined if it shows none of this tracker. Only
   * the form is looked at; whether there is such a ticket is asked afterwards.
   */
  parseUrl(url: string): string | undefined;

  /**
   * The keys of the tickets that a webhook tells of; their state is then fetched, so that it does
   * not matter in which order webhooks arrive. A tracker that takes none, or has no secret to
   * check them by, leaves this out.
   *
   * @throws AuthenticationError of `@backstage/errors` where the signature is missing or wrong
   * @throws InputError where it is signed but cannot be read
   */
  parseWebhook?(request: TrackerWebhook): Promise<string[]>;
}

/**
 * A ticket as its tracker has it.
 *
 * @public
 */
export interface TicketState {
  /** What the tracker calls it, in the one form that all calls use: `acme/shop#12`, `OPS-7`. */
  key: string;
  /** Where people see it. */
  url: string;
  status: TicketStatus;
  /** The tracker's own word for the status, where it has more than two. */
  statusName?: string;
  /** Whether it was closed without being done: `not planned`, `Won't Do`. */
  declined?: boolean;
}

/**
 * The ticket to make.
 *
 * @public
 */
export interface CreateTicketRequest {
  /** Where to make it, in the tracker's own terms: `acme/shop`, `OPS`. */
  project: string;
  /** Belongs to the action item alone. Letters, digits and dashes, at most 64. */
  idempotencyKey: string;
  actionItem: Pick<
    ActionItem,
    'id' | 'title' | 'description' | 'kind' | 'priority' | 'ownerRef' | 'dueAt'
  >;
  postmortem: Pick<Postmortem, 'id' | 'title'> & {
    /** Where it is in the portal. */
    url: string;
  };
}

/**
 * The ticket to look for.
 *
 * @public
 */
export interface FindTicketRequest {
  project: string;
  idempotencyKey: string;
  /** It was not made before this. */
  since: Date;
}

/**
 * What comes with every call.
 *
 * @public
 */
export interface TrackerCallOptions {
  /** Aborts when the answer has taken too long. */
  signal: AbortSignal;
}

/**
 * A request that came in at `POST /ticket-trackers/:tracker`, from anybody.
 *
 * @public
 */
export interface TrackerWebhook {
  /** With names in lower case. */
  headers: Record<string, string | string[] | undefined>;
  /** As it arrived, to check the signature by. */
  body: Buffer;
}
