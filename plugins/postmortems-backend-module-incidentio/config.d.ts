import type { IncidentSourceMapping } from 'backstage-plugin-postmortems-node';

export interface Config {
  postmortems?: {
    incidentSources?: {
      /** Incidents from incident.io. */
      incidentio?: IncidentSourceMapping & {
        /**
         * Signing secrets for the webhook endpoint, with the prefix whsec_. Set two during
         * rotation. Without a secret, the source is disabled.
         *
         * @deepVisibility secret
         */
        secrets?: string[];

        /**
         * An API key that can view incidents, including private ones if desired. If set, each
         * webhook triggers a fetch of the incident and its history.
         *
         * @visibility secret
         */
        apiKey?: string;

        /** The API's URL. Default: https://api.incident.io. */
        apiBaseUrl?: string;

        /**
         * Custom fields that contain affected services, by name or id. Default: the fields in
         * `incident.fields` (shared with the incident.io plugin), except the group field. If
         * `incident.fields` is not set, every field whose values are catalog entries.
         */
        serviceFields?: string[];

        /** Names of the incident.io timestamps to use for these times. */
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
