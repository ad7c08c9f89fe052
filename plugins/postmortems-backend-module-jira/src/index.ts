/**
 * Tickets of action items in Jira, for the Postmortems plugin.
 *
 * @packageDocumentation
 */

export { postmortemsModuleJira as default } from './module';
