/**
 * Incidents of PagerDuty, for the Postmortems plugin.
 *
 * @packageDocumentation
 */

export { postmortemsModulePagerDuty as default } from './module';
