/**
 * Tickets of action items in GitHub Issues, for the Postmortems plugin.
 *
 * @packageDocumentation
 */

export { postmortemsModuleGitHub as default } from './module';
