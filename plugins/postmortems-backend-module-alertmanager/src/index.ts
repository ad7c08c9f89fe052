/**
 * Incidents of Prometheus Alertmanager and Grafana Alerting, for the Postmortems plugin.
 *
 * @packageDocumentation
 */

export { postmortemsModuleAlertmanager as default } from './module';
