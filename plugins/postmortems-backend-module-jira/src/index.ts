/**
 * Adds tickets in Jira for action items to the Postmortems plugin.
 *
 * @packageDocumentation
 */

export { postmortemsModuleJira as default } from './module';
