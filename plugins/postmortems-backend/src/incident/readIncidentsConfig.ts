import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { ConfigReader, readDurationFromConfig } from '@backstage/config';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import { RETENTION_MS } from '../kernel/retention';
import type { SeverityScale } from '../policy/SeverityScale';
import type { CountingRules } from './requiresPostmortem';
import type { SourceRules } from './mapping/SourceRules';

/** Settings for incoming incidents. */
export interface IncidentsConfig {
  counting: CountingRules;
  /** How long applied and ignored deliveries are kept, in milliseconds. */
  keepDeliveriesMs: number;
  /** Rate limit per source and sender address. */
  maxRequestsPerMinute: number;
  /** Maximum size of a delivery, in bytes. */
  maxDeliveryBytes: number;
  rulesOf(source: string): SourceRules;
  /** Every source in the configuration, and whether it has a secret. */
  hasSecret: ReadonlyMap<string, boolean>;
}

/** The configuration key of a source's secrets. */
export function secretsKey(source: string): string {
  return `postmortems.incidentSources.${source}.secrets`;
}

const KEYS = [
  'severities',
  'exclude',
  'keepDeliveries',
  'maxRequestsPerMinute',
  'maxDeliverySize',
];
const DEFAULT_LABELS = ['drill', 'test'];
const DEFAULT_MAX_REQUESTS = 600;
const DEFAULT_MAX_SIZE = '1MB';
const UNITS = { KB: 1024, MB: 1024 ** 2 };
const LARGEST_BYTES = 100 * UNITS.MB;

/**
 * Reads `postmortems.incidents` and the settings in `postmortems.incidentSources` shared by all
 * sources. All keys are optional.
 *
 * @throws InputError naming the wrong key and what it must be
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
    keepDeliveriesMs: config.has('keepDeliveries')
      ? durationToMilliseconds(
          readDurationFromConfig(config, { key: 'keepDeliveries' }),
        )
      : RETENTION_MS.deliveries,
    maxRequestsPerMinute: readMaxRequests(config),
    maxDeliveryBytes: readMaxSize(config),
    rulesOf: source => sources.get(source) ?? readSource(root, source, scale),
    hasSecret: new Map(
      [...sources.keys()].map(id => [
        id,
        Boolean(root.getOptionalStringArray(secretsKey(id))?.length),
      ]),
    ),
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

function readMaxSize(config: Config): number {
  const size = config.getOptionalString('maxDeliverySize') ?? DEFAULT_MAX_SIZE;
  const [, amount, unit] = /^([1-9]\d{0,5}) ?(KB|MB)$/i.exec(size) ?? [];
  const bytes =
    Number(amount) * UNITS[unit?.toUpperCase() as keyof typeof UNITS];
  if (bytes <= LARGEST_BYTES) return bytes;
  throw wrong(
    'incidents.maxDeliverySize',
    `must be a size of at most 100MB such as 512KB or 2MB, not "${size}"`,
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
      `has unknown keys: ${unknown.join(', ')}. Use ${known.join(', ')}`,
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
