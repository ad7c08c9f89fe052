/**
 * Mapping options of every incident source, under `postmortems.incidentSources.<id>` next to the
 * source's own keys. The `config.d.ts` of a module extends it with those keys.
 *
 * @public
 */
export interface IncidentSourceMapping {
  /** Severity ids or aliases by the source's severity (case-insensitive). */
  severities?: { [word: string]: string };

  /** Entities by service id or name (case-insensitive). */
  services?: { [service: string]: string | string[] };

  /**
   * Whether an unmapped service without annotation maps to the entity with the same name. Default:
   * true.
   */
  matchByName?: boolean;

  /** Affected entities if no service of an incident is mapped. Default: none. */
  defaultEntities?: string[];
}
