/**
 * The Postmortems backend plugin for Backstage.
 *
 * @packageDocumentation
 */

export { postmortemsPlugin as default } from './plugin';
