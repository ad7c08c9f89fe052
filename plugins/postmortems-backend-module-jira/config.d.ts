export interface Config {
  postmortems?: {
    trackers?: {
      /** Tickets in Jira. */
      jira?: {
        /** URL of Jira, such as https://acme.atlassian.net. */
        baseUrl: string;

        /**
         * URL of the API if it differs: https://api.atlassian.com/ex/jira/CLOUD-ID for a token with
         * scopes.
         */
        apiBaseUrl?: string;

        /** Whether it is Cloud rather than Data Center. Default: depends on the URL. */
        cloud?: boolean;

        /** The email address of the API token's account. Omit it for Data Center. */
        email?: string;

        /**
         * An API token for Cloud, or a personal access token for Data Center.
         *
         * @visibility secret
         */
        token: string;

        /** The type of created issues. Default: Task. */
        issueType?: string;

        /**
         * Labels of created issues, in addition to one that identifies each. Default: postmortem.
         */
        labels?: string[];

        /**
         * The secret of the webhook for changed issues. Without it, webhooks are rejected.
         *
         * @visibility secret
         */
        webhookSecret?: string;
      };
    };
  };
}
