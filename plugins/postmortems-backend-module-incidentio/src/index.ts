/**
 * Adds incidents from incident.io to the Postmortems plugin.
 *
 * @packageDocumentation
 */

export { postmortemsModuleIncidentIo as default } from './module';
