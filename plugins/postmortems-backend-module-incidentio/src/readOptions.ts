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
import { IncidentIoClient } from './IncidentIoClient';
import type { IncidentIoSourceOptions } from './IncidentIoSource';
import type { TimestampNames } from './toSnapshot';

const DEFAULT_API = 'https://api.incident.io';

/** What incident.io and its users call the times, in lower case. */
const TIMESTAMP_NAMES: TimestampNames = {
  startedAt: ['impact started', 'impact started at', 'started at'],
  acknowledgedAt: ['accepted at'],
  mitigatedAt: ['mitigated at', 'fixed at'],
  resolvedAt: ['resolved at'],
};

/** The kinds of entities for which the plugin of incident.io has a custom field. */
const ENTITY_KINDS = ['component', 'api', 'system', 'domain'];

/**
 * Reads `postmortems.incidentSources.incidentio`, but for the secrets, and `incident.fields`,
 * where the plugin of incident.io is told which custom field holds entities of which kind.
 */
export function readOptions(
  config: Config,
  rootConfig: Config,
): Omit<IncidentIoSourceOptions, 'secrets' | 'clock'> {
  const entityKinds = readEntityKinds(rootConfig);
  const fields = Object.keys(entityKinds);
  const apiKey = config.getOptionalString('apiKey');
  const baseUrl = config.getOptionalString('apiBaseUrl') ?? DEFAULT_API;
  return {
    client: apiKey
      ? new IncidentIoClient({ apiKey, baseUrl: baseUrl.replace(/\/+$/, '') })
      : undefined,
    serviceFields:
      config.getOptionalStringArray('serviceFields') ??
      (fields.length > 0 ? fields : undefined),
    entityKinds,
    timestamps: readTimestampNames(config),
  };
}

function readEntityKinds(rootConfig: Config): Record<string, string> {
  return Object.fromEntries(
    ENTITY_KINDS.flatMap(kind => {
      const field = rootConfig.getOptionalString(`incident.fields.${kind}`);
      return field ? [[field, kind]] : [];
    }),
  );
}

function readTimestampNames(config: Config): TimestampNames {
  return Object.fromEntries(
    Object.entries(TIMESTAMP_NAMES).map(([time, defaults]) => {
      const name = config.getOptionalString(`timestamps.${time}`);
      return [time, name ? [name.toLowerCase()] : defaults];
    }),
  ) as TimestampNames;
}
