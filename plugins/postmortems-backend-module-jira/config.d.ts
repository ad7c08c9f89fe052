export interface Config {
  postmortems?: {
    trackers?: {
      /** Tickets in Jira. */
      jira?: {
        /** Jira's URL, such as https://acme.atlassian.net. */
        baseUrl: string;

        /**
         * The API's URL if it is different. For a token with scopes, it is
         * https://api.atlassian.com/ex/jira/CLOUD-ID.
         */
        apiBaseUrl?: string;

        /**
         * Whether the instance is Jira Cloud rather than Data Center. Default: derived from the
         * URL.
         */
        cloud?: boolean;

        /** The email address of the API token's account. Omit for Data Center. */
        email?: string;

        /**
         * An API token for Cloud, or a personal access token for Data Center.
         *
         * @visibility secret
         */
        token: string;

        /** The type for created issues. Default: Task. */
        issueType?: string;

        /**
         * Labels for created issues, in addition to one that identifies each issue. Default:
         * postmortem.
         */
        labels?: string[];

        /**
         * The secret for the webhook that reports changed issues. Without it, webhooks are
         * rejected.
         *
         * @visibility secret
         */
        webhookSecret?: string;
      };
    };
  };
}
