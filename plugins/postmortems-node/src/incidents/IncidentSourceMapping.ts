/**
 * Mapping options for every incident source, configured under `postmortems.incidentSources.<id>`
 * next to the source's own keys. A module's `config.d.ts` extends it with those keys.
 *
 * @public
 */
export interface IncidentSourceMapping {
  /** Severity ids or aliases by the source's name for the severity (case-insensitive). */
  severities?: { [word: string]: string };

  /** Entities by service id or name (case-insensitive). */
  services?: { [service: string]: string | string[] };

  /**
   * Whether a service that nothing else maps is mapped to the entity with the same name. Default:
   * true.
   */
  matchByName?: boolean;

  /** Affected entities if none of an incident's services is mapped. Default: none. */
  defaultEntities?: string[];
}
