/**
 * Incidents of incident.io, for the Postmortems plugin.
 *
 * @packageDocumentation
 */

export { postmortemsModuleIncidentIo as default } from './module';
