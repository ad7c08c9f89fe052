/**
 * Adds incidents from PagerDuty to the Postmortems plugin.
 *
 * @packageDocumentation
 */

export { postmortemsModulePagerDuty as default } from './module';
