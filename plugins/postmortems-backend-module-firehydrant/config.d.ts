import type { IncidentSourceMapping } from 'backstage-plugin-postmortems-node';

export interface Config {
  postmortems?: {
    incidentSources?: {
      /** Incidents of FireHydrant. */
      firehydrant?: IncidentSourceMapping & {
        /**
         * The secrets of the webhook for public incidents. Use two during rotation. The source is
         * disabled without any.
         *
         * @deepVisibility secret
         */
        secrets?: string[];

        /**
         * The secrets of the webhook for private incidents. They must differ from the others,
         * because the secret marks an incident as private.
         *
         * @deepVisibility secret
         */
        privateSecrets?: string[];

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
