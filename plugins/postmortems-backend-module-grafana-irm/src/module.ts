import {
  createIncidentSourceModule,
  readCommanderRoles,
} from 'backstage-plugin-postmortems-node';
import { GrafanaIrmSource } from './GrafanaIrmSource';

/** Default keys of labels that contain services. */
const DEFAULT_SERVICE_LABELS = ['service', 'service_name'];

/**
 * Adds incidents from Grafana IRM. Does nothing without a secret in
 * `postmortems.incidentSources.grafana-irm`.
 *
 * @public
 */
export const postmortemsModuleGrafanaIrm = createIncidentSourceModule({
  id: 'grafana-irm',
  create: ({ secrets, clock, config }) =>
    new GrafanaIrmSource({
      secrets,
      clock,
      commanderRoles: readCommanderRoles(config, 'grafana-irm'),
      baseUrl: config.getOptionalString('baseUrl'),
      serviceLabels:
        config.getOptionalStringArray('serviceLabels') ??
        DEFAULT_SERVICE_LABELS,
    }),
});
