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

/** Reads `postmortems.incidentSources.alertmanager`, except the secrets. */
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
        `Invalid configuration: postmortems.incidentSources.alertmanager.match.${label}: must be a label value or a list of label values`,
      );
    }
    return [label, values];
  });
  if (entries.length === 0) {
    throw new InputError(
      'Invalid configuration: postmortems.incidentSources.alertmanager.match: must have at least one label, so that not every alert becomes an incident',
    );
  }
  return Object.fromEntries(entries);
}
