/**
 * Facts about postmortems for Tech Insights checks.
 *
 * @packageDocumentation
 */

export { techInsightsModulePostmortems as default } from './module';
