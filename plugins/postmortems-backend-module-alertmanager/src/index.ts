/**
 * Adds incidents from Prometheus Alertmanager and Grafana Alerting to the Postmortems plugin.
 *
 * @packageDocumentation
 */

export { postmortemsModuleAlertmanager as default } from './module';
