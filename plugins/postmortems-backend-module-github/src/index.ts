/**
 * Lets the Postmortems plugin create GitHub issues for action items, and follows their status.
 *
 * @packageDocumentation
 */

export { postmortemsModuleGitHub as default } from './module';
