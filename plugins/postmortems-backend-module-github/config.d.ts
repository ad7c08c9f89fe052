export interface Config {
  postmortems?: {
    trackers?: {
      /** Tickets in GitHub Issues. Uses the credentials in integrations.github. */
      github?: {
        /** Labels for created issues. Default: postmortem. */
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
