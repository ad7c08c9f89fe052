import type { IncidentSourceMapping } from 'backstage-plugin-postmortems-node';

export interface Config {
  postmortems?: {
    incidentSources?: {
      /** Incidents of PagerDuty. */
      pagerduty?: IncidentSourceMapping & {
        /**
         * The signing secrets of the webhook subscriptions: one per subscription, and more during
         * rotation. The source is disabled without any.
         *
         * @deepVisibility secret
         */
        secrets?: string[];

        /**
         * A (read-only) key for PagerDuty's REST API. Required for backfills, email addresses of
         * people and integration keys of services.
         *
         * @visibility secret
         */
        token?: string;

        /**
         * URL of the REST API. Default: https://api.pagerduty.com. For accounts in the EU region:
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
