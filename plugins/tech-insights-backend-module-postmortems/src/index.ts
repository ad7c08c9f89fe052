/**
 * Facts about postmortems for the checks of Tech Insights.
 *
 * @packageDocumentation
 */

export { techInsightsModulePostmortems as default } from './module';
