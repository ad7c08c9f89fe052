/**
 * Adds incidents from Rootly to the Postmortems plugin.
 *
 * @packageDocumentation
 */

export { postmortemsModuleRootly as default } from './module';
