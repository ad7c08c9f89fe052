export interface Config {
  postmortems?: {
    trackers?: {
      /** Tickets in GitHub Issues, with the credentials in integrations.github. */
      github?: {
        /** Labels of created issues. Default: postmortem. */
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
