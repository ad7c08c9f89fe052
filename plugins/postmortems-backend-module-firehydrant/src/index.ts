/**
 * Adds incidents from FireHydrant to the Postmortems plugin.
 *
 * @packageDocumentation
 */

export { postmortemsModuleFireHydrant as default } from './module';
