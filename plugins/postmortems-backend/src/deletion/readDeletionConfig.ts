import { ConfigReader, readDurationFromConfig } from '@backstage/config';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import { RETENTION_MS } from '../kernel/retention';

const KEYS = ['retention'];

/**
 * Reads `postmortems.deletion`. Everything is optional.
 *
 * @throws InputError naming the wrong key and what it must be
 */
export function readDeletionConfig(root: Config): { retentionMs: number } {
  const config =
    root.getOptionalConfig('postmortems.deletion') ?? new ConfigReader({});
  for (const key of config.keys()) {
    if (!KEYS.includes(key)) {
      throw new InputError(
        `Invalid configuration: postmortems.deletion: has unknown keys: ${key}. Use ${KEYS.join(
          ', ',
        )}`,
      );
    }
  }
  if (!config.has('retention')) {
    return { retentionMs: RETENTION_MS.deletedPostmortems };
  }
  const retentionMs = durationToMilliseconds(
    readDurationFromConfig(config, { key: 'retention' }),
  );
  if (!(retentionMs > 0)) {
    throw new InputError(
      'Invalid configuration: postmortems.deletion.retention: must be longer than zero, such as { days: 90 } or P90D',
    );
  }
  return { retentionMs };
}
