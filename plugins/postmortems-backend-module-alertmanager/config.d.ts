import type { IncidentSourceMapping } from 'backstage-plugin-postmortems-node';

export interface Config {
  postmortems?: {
    incidentSources?: {
      /** Incidents from groups of firing alerts in Prometheus Alertmanager and Grafana Alerting. */
      alertmanager?: IncidentSourceMapping & {
        /**
         * Credentials that authenticate requests: a bearer token, a password, or a signing secret.
         * Set two during rotation. Without a secret, the source is disabled.
         *
         * @deepVisibility secret
         */
        secrets?: string[];

        /** The user name required with a password. Default: any. */
        username?: string;

        /** The header with Grafana's signature. Default: X-Grafana-Alerting-Signature. */
        signatureHeader?: string;

        /** The header with the signed time, if configured in Grafana. */
        timestampHeader?: string;

        /**
         * Accepted values by label. A group becomes an incident if one of its alerts has an
         * accepted value for each of these labels. Default: severity critical.
         */
        match?: { [label: string]: string | string[] };

        /**
         * A group that fires again more than this long after its resolution becomes a new incident.
         * Default: 4 hours.
         */
        newAfter?: string | { [unit: string]: number };

        /** The label that contains the severity. Default: severity. */
        severityLabel?: string;

        /** The labels that contain affected services, most important first. Default: service. */
        serviceLabels?: string[];
      };
    };
  };
}
