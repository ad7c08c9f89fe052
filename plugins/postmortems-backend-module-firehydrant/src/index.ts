/**
 * Incidents of FireHydrant, for the Postmortems plugin.
 *
 * @packageDocumentation
 */

export { postmortemsModuleFireHydrant as default } from './module';
