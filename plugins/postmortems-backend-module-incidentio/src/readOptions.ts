import type { Config } from '@backstage/config';
import { IncidentIoClient } from './IncidentIoClient';
import type { IncidentIoSourceOptions } from './IncidentIoSource';
import type { TimestampNames } from './toSnapshot';

const DEFAULT_API = 'https://api.incident.io';

/** Common timestamp names, in lowercase. */
const TIMESTAMP_NAMES: TimestampNames = {
  startedAt: ['impact started', 'impact started at', 'started at'],
  acknowledgedAt: ['accepted at'],
  mitigatedAt: ['mitigated at', 'fixed at'],
  resolvedAt: ['resolved at'],
};

/** Entity kinds for which the incident.io plugin has a custom field. */
const ENTITY_KINDS = ['component', 'api', 'system', 'domain'];

/**
 * Reads `postmortems.incidentSources.incidentio`, except the secrets, and `incident.fields`, where
 * the incident.io plugin maps custom fields to entity kinds.
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
