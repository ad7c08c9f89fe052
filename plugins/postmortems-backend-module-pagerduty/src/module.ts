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

import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { createIncidentSourceModule } from 'backstage-plugin-postmortems-node';
import { PagerDutyApi } from './PagerDutyApi';
import { PagerDutySource } from './PagerDutySource';

const PATH = 'postmortems.incidentSources.pagerduty';
const DEFAULT_API = 'https://api.pagerduty.com';
const DEFAULT_COMMANDER_ROLES = ['Incident Commander'];

/**
 * Incidents of PagerDuty, as configured under `postmortems.incidentSources.pagerduty`. Without a
 * secret there, it does nothing.
 *
 * @public
 */
export const postmortemsModulePagerDuty = createIncidentSourceModule({
  id: 'pagerduty',
  create: ({ secrets, clock, config, logger }) =>
    new PagerDutySource({
      secrets,
      clock,
      logger,
      commanderRoles:
        config.getOptionalStringArray('commanderRoles') ??
        DEFAULT_COMMANDER_ROLES,
      api: createPagerDutyApi(config),
    }),
});

/**
 * @returns undefined where no token is configured
 * @throws InputError that names the key that is wrong
 */
export function createPagerDutyApi(config: Config): PagerDutyApi | undefined {
  const token = config.getOptionalString('token');
  if (!token) return undefined;
  const baseUrl = config.getOptionalString('apiBaseUrl') ?? DEFAULT_API;
  if (
    !/^https?:$/.test(URL.canParse(baseUrl) ? new URL(baseUrl).protocol : '')
  ) {
    throw new InputError(
      `Invalid configuration: ${PATH}.apiBaseUrl: must be an address such as ${DEFAULT_API}, not "${baseUrl}"`,
    );
  }
  return new PagerDutyApi({ baseUrl: baseUrl.replace(/\/+$/, ''), token });
}
