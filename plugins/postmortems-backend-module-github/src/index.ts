/**
 * Adds tickets in GitHub Issues for action items to the Postmortems plugin.
 *
 * @packageDocumentation
 */

export { postmortemsModuleGitHub as default } from './module';
