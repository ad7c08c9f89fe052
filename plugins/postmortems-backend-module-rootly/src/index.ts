/**
 * Incidents of Rootly, for the Postmortems plugin.
 *
 * @packageDocumentation
 */

export { postmortemsModuleRootly as default } from './module';
