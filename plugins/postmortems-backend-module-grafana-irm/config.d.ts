import type { IncidentSourceMapping } from 'backstage-plugin-postmortems-node';

export interface Config {
  postmortems?: {
    incidentSources?: {
      /** Incidents from Grafana IRM, formerly Grafana Incident. */
      'grafana-irm'?: IncidentSourceMapping & {
        /**
         * Signing secrets for the outgoing webhook. Set two during rotation. Without a secret, the
         * source is disabled.
         *
         * @deepVisibility secret
         */
        secrets?: string[];

        /**
         * Grafana's URL, such as https://acme.grafana.net, for links to incidents. Webhooks contain
         * only the path.
         */
        baseUrl?: string;

        /**
         * The keys of labels that contain affected services, most important first. Default: service
         * and service_name.
         */
        serviceLabels?: string[];

        /**
         * Names of the incident commander's role (case-insensitive), most preferred first. Default:
         * Incident Commander, Commander, Incident Lead, Incident Leader and Incident Manager.
         */
        commanderRoles?: string[];
      };
    };
  };
}
