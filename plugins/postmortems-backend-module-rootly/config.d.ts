import type { IncidentSourceMapping } from 'backstage-plugin-postmortems-node';

export interface Config {
  postmortems?: {
    incidentSources?: {
      /** Incidents from Rootly. */
      rootly?: IncidentSourceMapping & {
        /**
         * Secrets for the webhook. Set two during rotation. Without a secret, the source is
         * disabled.
         *
         * @deepVisibility secret
         */
        secrets?: string[];

        /**
         * Names of the incident commander's role (case-insensitive), most preferred first. Default:
         * Incident Commander, Commander, Incident Lead, Incident Leader and Incident Manager.
         */
        commanderRoles?: string[];
      };
    };
  };
}
