import type { IncidentSourceMapping } from 'backstage-plugin-postmortems-node';

export interface Config {
  postmortems?: {
    incidentSources?: {
      /** Incidents from PagerDuty. */
      pagerduty?: IncidentSourceMapping & {
        /**
         * Signing secrets for the webhook subscriptions: one per subscription, or more during
         * rotation. Without a secret, the source is disabled.
         *
         * @deepVisibility secret
         */
        secrets?: string[];

        /**
         * A (read-only) key for PagerDuty's REST API. Required for backfills, people's email
         * addresses and services' integration keys.
         *
         * @visibility secret
         */
        token?: string;

        /**
         * The REST API's URL. Default: https://api.pagerduty.com. For accounts in the EU region:
         * https://api.eu.pagerduty.com.
         */
        apiBaseUrl?: string;

        /**
         * Incident roles that make a person the incident commander (case-insensitive). Default:
         * Incident Commander.
         */
        commanderRoles?: string[];
      };
    };
  };
}
