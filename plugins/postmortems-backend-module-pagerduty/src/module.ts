import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  createIncidentSourceModule,
  readCommanderRoles,
} from 'backstage-plugin-postmortems-node';
import { PagerDutyApi } from './PagerDutyApi';
import { PagerDutySource } from './PagerDutySource';

const PATH = 'postmortems.incidentSources.pagerduty';
const DEFAULT_API = 'https://api.pagerduty.com';
const DEFAULT_COMMANDER_ROLES = ['Incident Commander'];

/**
 * Adds incidents from PagerDuty. Does nothing without a secret in
 * `postmortems.incidentSources.pagerduty`.
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
      commanderRoles: readCommanderRoles(
        config,
        'pagerduty',
        DEFAULT_COMMANDER_ROLES,
      ),
      api: createPagerDutyApi(config),
    }),
});

/**
 * @returns undefined if no token is configured
 * @throws InputError naming the wrong key
 */
export function createPagerDutyApi(config: Config): PagerDutyApi | undefined {
  const token = config.getOptionalString('token');
  if (!token) return undefined;
  const baseUrl = config.getOptionalString('apiBaseUrl') ?? DEFAULT_API;
  if (
    !/^https?:$/.test(URL.canParse(baseUrl) ? new URL(baseUrl).protocol : '')
  ) {
    throw new InputError(
      `Invalid configuration: ${PATH}.apiBaseUrl: must be a URL such as ${DEFAULT_API}, not "${baseUrl}"`,
    );
  }
  return new PagerDutyApi({ baseUrl: baseUrl.replace(/\/+$/, ''), token });
}
