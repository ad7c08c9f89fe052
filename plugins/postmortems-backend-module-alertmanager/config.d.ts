import type { IncidentSourceMapping } from 'backstage-plugin-postmortems-node';

export interface Config {
  postmortems?: {
    incidentSources?: {
      /** Incidents from groups of firing alerts in Prometheus Alertmanager and Grafana Alerting. */
      alertmanager?: IncidentSourceMapping & {
        /**
         * Credentials that authenticate requests: a bearer token, a password, or a signing secret.
         * Use two during rotation. The source is disabled without any.
         *
         * @deepVisibility secret
         */
        secrets?: string[];

        /** The required user name, for passwords. Default: any. */
        username?: string;

        /** The header with Grafana's signature. Default: X-Grafana-Alerting-Signature. */
        signatureHeader?: string;

        /** The header with the signed time, if configured in Grafana. */
        timestampHeader?: string;

        /**
         * Accepted values by label. An alert that has one of them for each label makes its group an
         * incident. Default: severity critical.
         */
        match?: { [label: string]: string | string[] };

        /**
         * A group that fires again this long after its resolution is a new incident. Default: 4
         * hours.
         */
        newAfter?: string | { [unit: string]: number };

        /** The label with the severity. Default: severity. */
        severityLabel?: string;

        /** The labels with affected services, most important first. Default: service. */
        serviceLabels?: string[];
      };
    };
  };
}
