import type { IncidentSourceMapping } from 'backstage-plugin-postmortems-node';

export interface Config {
  postmortems?: {
    incidentSources?: {
      /** Incidents of Rootly. */
      rootly?: IncidentSourceMapping & {
        /**
         * The secrets of the webhook. Use two during rotation. The source is disabled without any.
         *
         * @deepVisibility secret
         */
        secrets?: string[];

        /**
         * Names of the incident commander's role (case-insensitive), the preferred one first.
         * Default: Incident Commander, Commander, Incident Lead, Incident Leader and Incident
         * Manager.
         */
        commanderRoles?: string[];
      };
    };
  };
}
