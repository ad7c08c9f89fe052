import type { IncidentSourceMapping } from 'backstage-plugin-postmortems-node';

export interface Config {
  postmortems?: {
    incidentSources?: {
      /** Incidents of Grafana IRM, formerly Grafana Incident. */
      'grafana-irm'?: IncidentSourceMapping & {
        /**
         * The signing secrets of the outgoing webhook. Use two during rotation. The source is
         * disabled without any.
         *
         * @deepVisibility secret
         */
        secrets?: string[];

        /**
         * URL of Grafana for links to incidents, such as https://acme.grafana.net. Webhooks contain
         * only the path.
         */
        baseUrl?: string;

        /**
         * The keys of labels with affected services, most important first. Default: service and
         * service_name.
         */
        serviceLabels?: string[];

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
