/**
 * Adds incidents from Grafana IRM to the Postmortems plugin.
 *
 * @packageDocumentation
 */

export { postmortemsModuleGrafanaIrm as default } from './module';
