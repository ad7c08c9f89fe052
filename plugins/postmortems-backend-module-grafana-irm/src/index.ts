/**
 * Incidents of Grafana IRM, for the Postmortems plugin.
 *
 * @packageDocumentation
 */

export { postmortemsModuleGrafanaIrm as default } from './module';
