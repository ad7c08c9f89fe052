import type { IncidentSourceMapping } from 'backstage-plugin-postmortems-node';

export interface Config {
  postmortems?: {
    incidentSources?: {
      /** Incidents from FireHydrant. */
      firehydrant?: IncidentSourceMapping & {
        /**
         * Secrets for the public incidents' webhook. Set two during rotation. Without a secret, the
         * source is disabled.
         *
         * @deepVisibility secret
         */
        secrets?: string[];

        /**
         * Secrets for the private incidents' webhook. They must differ from `secrets`, because the
         * secret determines whether an incident is private.
         *
         * @deepVisibility secret
         */
        privateSecrets?: string[];

        /**
         * Names of the incident commander's role (case-insensitive), most preferred first. Default:
         * Incident Commander, Commander, Incident Lead, Incident Leader and Incident Manager.
         */
        commanderRoles?: string[];
      };
    };
  };
}
