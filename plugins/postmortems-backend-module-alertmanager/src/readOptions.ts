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

import { readDurationFromConfig, type Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import type { AlertmanagerOptions } from './AlertmanagerSource';

const DEFAULTS = {
  signatureHeader: 'X-Grafana-Alerting-Signature',
  match: { severity: ['critical'] },
  newAfter: { hours: 4 },
  severityLabel: 'severity',
  serviceLabels: ['service'],
};

/** Reads `postmortems.incidentSources.alertmanager`, but for the secrets. */
export function readOptions(
  config: Config,
): Omit<AlertmanagerOptions, 'secrets' | 'clock'> {
  return {
    username: config.getOptionalString('username'),
    signatureHeader: (
      config.getOptionalString('signatureHeader') ?? DEFAULTS.signatureHeader
    ).toLowerCase(),
    timestampHeader: config.getOptionalString('timestampHeader')?.toLowerCase(),
    match: readMatch(config) ?? DEFAULTS.match,
    newAfterMs: durationToMilliseconds(
      config.has('newAfter')
        ? readDurationFromConfig(config, { key: 'newAfter' })
        : DEFAULTS.newAfter,
    ),
    severityLabel:
      config.getOptionalString('severityLabel') ?? DEFAULTS.severityLabel,
    serviceLabels:
      config.getOptionalStringArray('serviceLabels') ?? DEFAULTS.serviceLabels,
  };
}

function readMatch(config: Config): Record<string, string[]> | undefined {
  const match = config.getOptional('match');
  if (match === undefined) return undefined;
  const entries = Object.entries(match ?? {}).map(([label, value]) => {
    const values = [value].flat();
    if (values.length === 0 || values.some(each => typeof each !== 'string')) {
      throw new InputError(
        `Invalid configuration: postmortems.incidentSources.alertmanager.match.${label}: must be the value of a label, or a list of values`,
      );
    }
    return [label, values];
  });
  if (entries.length === 0) {
    throw new InputError(
      'Invalid configuration: postmortems.incidentSources.alertmanager.match: must name at least one label, for otherwise every alert would be an incident',
    );
  }
  return Object.fromEntries(entries);
}
