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

import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  headerOf,
  isSignedByAny,
  unverified,
} from 'backstage-plugin-postmortems-node';
import type {
  IncidentSource,
  ParseContext,
  ParsedDelivery,
  SourceDelivery,
  SourceRequest,
  VerifiedDelivery,
} from 'backstage-plugin-postmortems-node';
import { Directory } from './Directory';
import type { PagerDutyApi } from './PagerDutyApi';
import { backfill } from './backfill';
import { readWebhook } from './webhook';

/** How signatures begin; those of schemes to come would begin otherwise. */
const SCHEME = 'v1=';

/** Incidents of PagerDuty, by its V3 webhooks and its REST API. */
export class PagerDutySource implements IncidentSource {
  readonly id = 'pagerduty';
  readonly title = 'PagerDuty';
  /** Those of PagerDuty's own plugin for Backstage. */
  readonly annotations = [
    'pagerduty.com/service-id',
    'pagerduty.com/integration-key',
  ];
  readonly backfill?: IncidentSource['backfill'];
  readonly #secrets: string[];
  readonly #commanderRoles: string[];
  readonly #directory: Directory;

  /** @param options - without `api`, people and services are known by their names only */
  constructor(options: {
    secrets: string[];
    commanderRoles: string[];
    api?: PagerDutyApi;
    clock: () => Date;
    logger: LoggerService;
  }) {
    const { secrets, commanderRoles, api, clock } = options;
    this.#secrets = secrets;
    this.#commanderRoles = commanderRoles.map(role => role.toLowerCase());
    this.#directory = new Directory(options);
    const directory = this.#directory;
    if (api) {
      this.backfill = request => backfill(request, { api, directory, clock });
    }
  }

  /**
   * Leaves the delivery without an id: `X-Webhook-Id` is not signed, so that whoever overheard one
   * webhook could use up the ids of others. What PagerDuty sends again has the same body.
   */
  verify(request: SourceRequest): VerifiedDelivery {
    const signatures = headerOf(request, 'x-pagerduty-signature')
      ?.split(',')
      .map(each => each.trim())
      .filter(each => each.startsWith(SCHEME))
      .map(each => each.slice(SCHEME.length));
    if (
      !signatures ||
      !isSignedByAny({
        secrets: this.#secrets,
        content: [request.body],
        encoding: 'hex',
        signatures,
      })
    ) {
      throw unverified();
    }
    return {};
  }

  parse(
    delivery: SourceDelivery,
    { signal }: ParseContext,
  ): Promise<ParsedDelivery> {
    return readWebhook(delivery, {
      lookup: this.#directory.lookup(signal),
      commanderRoles: this.#commanderRoles,
    });
  }
}
