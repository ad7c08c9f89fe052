import {
  createIncidentSourceModule,
  readCommanderRoles,
} from 'backstage-plugin-postmortems-node';
import { RootlySource } from './RootlySource';

/**
 * Adds incidents from Rootly. Does nothing without a secret in
 * `postmortems.incidentSources.rootly`.
 *
 * @public
 */
export const postmortemsModuleRootly = createIncidentSourceModule({
  id: 'rootly',
  create: ({ secrets, clock, config }) =>
    new RootlySource({
      secrets,
      clock,
      commanderRoles: readCommanderRoles(config, 'rootly'),
    }),
});
