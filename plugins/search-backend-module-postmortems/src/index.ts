/**
 * Makes postmortems searchable in the portal's search.
 *
 * @packageDocumentation
 */

export { searchModulePostmortems as default } from './module';
