import { createIncidentSourceModule } from 'backstage-plugin-postmortems-node';
import { AlertmanagerSource } from './AlertmanagerSource';
import { readOptions } from './readOptions';

/**
 * Adds incidents from Prometheus Alertmanager and Grafana Alerting. Does nothing without a secret
 * in `postmortems.incidentSources.alertmanager`.
 *
 * @public
 */
export const postmortemsModuleAlertmanager = createIncidentSourceModule({
  id: 'alertmanager',
  create: ({ secrets, clock, config }) =>
    new AlertmanagerSource({ ...readOptions(config), secrets, clock }),
});
