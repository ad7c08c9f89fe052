import { ConfigReader } from '@backstage/config';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** Settings for what is served without a portal token, such as badges. */
export interface PublicAccessConfig {
  enabled: boolean;
  /** Rate limit per address. */
  maxRequestsPerMinute: number;
}

const KEYS = ['enabled', 'maxRequestsPerMinute'];
const DEFAULT_MAX_REQUESTS = 300;

/**
 * Reads `postmortems.badges` or `postmortems.feeds`. Without configuration, nothing is served.
 *
 * @throws InputError naming the wrong key and what it must be
 */
export function readPublicAccessConfig(
  root: Config,
  section: 'badges' | 'feeds',
): PublicAccessConfig {
  const key = `postmortems.${section}`;
  const config = root.getOptionalConfig(key) ?? new ConfigReader({});
  const unknown = config.keys().filter(each => !KEYS.includes(each));
  if (unknown.length > 0) {
    throw new InputError(
      `Invalid configuration: ${key}: has unknown keys: ${unknown.join(
        ', ',
      )}. Use ${KEYS.join(', ')}`,
    );
  }
  const limit =
    config.getOptionalNumber('maxRequestsPerMinute') ?? DEFAULT_MAX_REQUESTS;
  if (!Number.isInteger(limit) || limit < 1) {
    throw new InputError(
      `Invalid configuration: ${key}.maxRequestsPerMinute: must be a whole number of at least 1, not ${limit}`,
    );
  }
  return {
    enabled: config.getOptionalBoolean('enabled') ?? false,
    maxRequestsPerMinute: limit,
  };
}
