import { createIncidentSourceModule } from 'backstage-plugin-postmortems-node';
import { IncidentIoSource } from './IncidentIoSource';
import { readOptions } from './readOptions';

/**
 * Adds incidents from incident.io. Does nothing without a secret in
 * `postmortems.incidentSources.incidentio`.
 *
 * @public
 */
export const postmortemsModuleIncidentIo = createIncidentSourceModule({
  id: 'incidentio',
  create: ({ secrets, clock, config, rootConfig }) =>
    new IncidentIoSource({
      ...readOptions(config, rootConfig),
      secrets,
      clock,
    }),
});
