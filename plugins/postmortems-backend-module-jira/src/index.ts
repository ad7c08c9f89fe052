/**
 * Lets the Postmortems plugin create Jira issues for action items, and follows their status.
 *
 * @packageDocumentation
 */

export { postmortemsModuleJira as default } from './module';
