import {
  createIncidentSourceModule,
  readCommanderRoles,
} from 'backstage-plugin-postmortems-node';
import { FireHydrantSource } from './FireHydrantSource';

/**
 * Adds incidents from FireHydrant. Does nothing without a secret in
 * `postmortems.incidentSources.firehydrant`.
 *
 * @public
 */
export const postmortemsModuleFireHydrant = createIncidentSourceModule({
  id: 'firehydrant',
  create: ({ secrets, config }) =>
    new FireHydrantSource({
      secrets,
      commanderRoles: readCommanderRoles(config, 'firehydrant'),
      privateSecrets: config.getOptionalStringArray('privateSecrets') ?? [],
    }),
});
