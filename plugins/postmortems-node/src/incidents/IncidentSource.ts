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

import type { IncidentChange } from './IncidentChange';

/**
 * A tool in which incidents are declared. A module implements this for one tool and adds it to
 * {@link postmortemsIncidentSourcesExtensionPoint}; the backend does the rest: it stores what
 * arrives before it answers, applies it, tries again, and keeps what cannot be applied for
 * operators.
 *
 * What every implementation must keep to:
 *
 * - {@link IncidentSource.verify} looks at nothing but the request and the configuration and
 *   ends at once: the sender waits for the answer.
 * - {@link IncidentSource.parse} may be called again for the same delivery, by any instance of
 *   the backend, and gives the same changes under the same keys.
 * - Quirks of the tool end here: the backend knows changes only.
 *
 * `describeIncidentSource` in `backstage-plugin-postmortems-node/testUtils` tests this.
 *
 * @public
 */
export interface IncidentSource {
  /** What it is called in configuration and addresses: `pagerduty`. */
  readonly id: string;

  /** What it is called for people: `PagerDuty`. */
  readonly title: string;

  /**
   * The annotations of catalog entities that name services of this source, by
   * {@link SourceService.id}, one of its `otherIds` or its name; several separated by commas.
   */
  readonly annotations: string[];

  /**
   * Checks that a request comes from the source, over the bytes as they arrived and in constant
   * time; every configured secret will do, so that they can be rotated. Where the scheme signs a
   * time, one too far from now is refused.
   *
   * @throws AuthenticationError of `@backstage/errors` for every request that does not, always
   *   with the same message
   */
  verify(request: SourceRequest): VerifiedDelivery;

  /**
   * What a delivery tells, as changes of any number of incidents; none where it tells nothing
   * that matters.
   *
   * @throws InputError of `@backstage/errors` where it cannot be read and never will be; every
   *   other error means that trying again can help
   */
  parse(
    delivery: SourceDelivery,
    context: ParseContext,
  ): Promise<ParsedDelivery>;

  /**
   * Past incidents, page by page, the changes of one incident on one page. Left out where the
   * source has no interface for it, or no credentials for that.
   */
  backfill?(request: BackfillRequest): AsyncIterable<IncidentChange[]>;
}

/**
 * A request that came in at `POST /incident-sources/:source`, from anybody.
 *
 * @public
 */
export interface SourceRequest {
  /** With names in lower case. */
  headers: Record<string, string | string[] | undefined>;
  /** As it arrived, to check the signature by. */
  body: Buffer;
}

/**
 * What is known of a delivery once it is verified.
 *
 * @public
 */
export interface VerifiedDelivery {
  /**
   * What the source calls the delivery, the same when it is sent again; at most 200 characters.
   * Undefined where it has no name: then equal bodies are taken for the same delivery.
   */
  id?: string;
}

/**
 * A delivery as it was stored.
 *
 * @public
 */
export interface SourceDelivery {
  /** As {@link IncidentSource.verify} gave it. */
  id?: string;
  body: Buffer;
  receivedAt: Date;
}

/**
 * What reading a delivery may need besides.
 *
 * @public
 */
export interface ParseContext {
  /** Aborts when it has taken too long. */
  signal: AbortSignal;
  /**
   * The latest incident declared with a {@link DeclaredChange.group}, for sources that tell of
   * what recurs and not of single incidents.
   */
  latestOf(
    group: string,
  ): Promise<{ incident: string; resolvedAt?: string } | undefined>;
}

/**
 * What a delivery tells.
 *
 * @public
 */
export interface ParsedDelivery {
  /** The source's name for this kind of delivery, by which ignored ones are counted. */
  type: string;
  /** Empty: ignored. */
  changes: IncidentChange[];
}

/**
 * Which past incidents are wanted.
 *
 * @public
 */
export interface BackfillRequest {
  /** Declared since. */
  since: Date;
  /** Aborts when the backend stops; the backfill then starts over later. */
  signal: AbortSignal;
}
