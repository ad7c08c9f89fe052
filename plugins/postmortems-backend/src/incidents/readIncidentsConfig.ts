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

import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { ConfigReader, readDurationFromConfig } from '@backstage/config';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import type { SeverityScale } from '../policy';
import type { CountingRules } from './counting';
import type { SourceRules } from './SourceRules';

/** What is configured of how incidents come in. */
export interface IncidentsConfig {
  counting: CountingRules;
  /** How long deliveries are kept once they are applied or ignored, in milliseconds. */
  keepDeliveriesMs: number;
  /** How often one address may send to one source. */
  maxRequestsPerMinute: number;
  /** By the id of the source. */
  rulesOf(source: string): SourceRules;
}

const KEYS = [
  'severities',
  'exclude',
  'keepDeliveries',
  'maxRequestsPerMinute',
];
const DEFAULT_LABELS = ['drill', 'test'];
const DEFAULT_KEEP = { days: 30 };
const DEFAULT_MAX_REQUESTS = 600;

/**
 * Reads `postmortems.incidents`, and of `postmortems.incidentSources` what is the same for all
 * sources. Everything may be left out.
 *
 * @throws InputError that names the key that is wrong and what it must be instead
 */
export function readIncidentsConfig(
  root: Config,
  scale: SeverityScale,
): IncidentsConfig {
  const config =
    root.getOptionalConfig('postmortems.incidents') ?? new ConfigReader({});
  onlyKeys(config, 'incidents', KEYS);
  const exclude = config.getOptionalConfig('exclude') ?? new ConfigReader({});
  onlyKeys(exclude, 'incidents.exclude', ['sources', 'labels']);

  const sources = new Map(
    (root.getOptionalConfig('postmortems.incidentSources')?.keys() ?? []).map(
      id => [id, readSource(root, id, scale)],
    ),
  );
  return {
    counting: {
      severities: config
        .getOptionalStringArray('severities')
        ?.map(word => severity(word, 'incidents.severities', scale)),
      exclude: {
        sources: exclude.getOptionalStringArray('sources') ?? [],
        labels: (
          exclude.getOptionalStringArray('labels') ?? DEFAULT_LABELS
        ).map(lowerCase),
      },
    },
    keepDeliveriesMs: durationToMilliseconds(
      config.has('keepDeliveries')
        ? readDurationFromConfig(config, { key: 'keepDeliveries' })
        : DEFAULT_KEEP,
    ),
    maxRequestsPerMinute: readMaxRequests(config),
    rulesOf: source => sources.get(source) ?? readSource(root, source, scale),
  };
}

function readSource(
  root: Config,
  id: string,
  scale: SeverityScale,
): SourceRules {
  const key = `incidentSources.${id}`;
  const config =
    root.getOptionalConfig(`postmortems.${key}`) ?? new ConfigReader({});
  const severities = config.getOptional<Record<string, string>>('severities');
  const services =
    config.getOptional<Record<string, string | string[]>>('services');
  const defaults = config.getOptionalStringArray('defaultEntities') ?? [];
  return {
    severities: new Map(
      Object.entries(severities ?? {}).map(([word, name]) => [
        lowerCase(word),
        severity(name, `${key}.severities`, scale),
      ]),
    ),
    services: new Map(
      Object.entries(services ?? {}).map(([name, refs]) => [
        lowerCase(name),
        [refs].flat().map(ref => entityRef(ref, `${key}.services`)),
      ]),
    ),
    matchByName: config.getOptionalBoolean('matchByName') ?? true,
    defaultEntities: defaults.map(ref =>
      entityRef(ref, `${key}.defaultEntities`),
    ),
  };
}

function readMaxRequests(config: Config): number {
  const limit =
    config.getOptionalNumber('maxRequestsPerMinute') ?? DEFAULT_MAX_REQUESTS;
  if (Number.isInteger(limit) && limit > 0) return limit;
  throw wrong(
    'incidents.maxRequestsPerMinute',
    `must be a whole number of at least 1, not ${limit}`,
  );
}

function severity(name: unknown, key: string, scale: SeverityScale): string {
  if (typeof name === 'string' && scale.has(name)) return scale.canonical(name);
  throw wrong(key, `must be one of ${scale.describe()}, not "${name}"`);
}

function entityRef(ref: unknown, key: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(String(ref)));
  } catch {
    throw wrong(
      key,
      `must be entities such as component:default/checkout, not "${ref}"`,
    );
  }
}

function onlyKeys(config: Config, key: string, known: string[]): void {
  const unknown = config.keys().filter(each => !known.includes(each));
  if (unknown.length > 0) {
    throw wrong(
      key,
      `must not have ${unknown.join(', ')}, only ${known.join(', ')}`,
    );
  }
}

function lowerCase(text: string): string {
  return text.trim().toLocaleLowerCase('en');
}

function wrong(key: string, message: string): InputError {
  return new InputError(
    `Invalid configuration: postmortems.${key}: ${message}`,
  );
}
