import type { IncidentSourceMapping } from 'backstage-plugin-postmortems-node';

export interface Config {
  postmortems?: {
    incidentSources?: {
      /** Incidents of incident.io. */
      incidentio?: IncidentSourceMapping & {
        /**
         * The signing secrets of the webhook endpoint, with the prefix whsec_. Use two during
         * rotation. The source is disabled without any.
         *
         * @deepVisibility secret
         */
        secrets?: string[];

        /**
         * An API key that can view incidents, including private ones if wanted. With it, each
         * webhook triggers a fetch of the incident and its history.
         *
         * @visibility secret
         */
        apiKey?: string;

        /** URL of the API. Default: https://api.incident.io. */
        apiBaseUrl?: string;

        /**
         * Custom fields with affected services, by name or id. Default: those in incident.fields,
         * which the incident.io plugin also uses, except the one for groups; without that, every
         * field with catalog entries as values.
         */
        serviceFields?: string[];

        /** Names of the incident.io timestamps for these times. */
        timestamps?: {
          /** Default: Impact started or Started at. */
          startedAt?: string;
          /** Default: Accepted at. */
          acknowledgedAt?: string;
          /** Default: Mitigated at or Fixed at. */
          mitigatedAt?: string;
          /** Default: Resolved at. */
          resolvedAt?: string;
        };
      };
    };
  };
}
