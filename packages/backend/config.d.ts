export interface Config {
  demo?: {
    postmortems?: {
      /**
       * Folder of YAML files, each with a postmortem to import at startup unless it exists.
       * Relative to the working directory of the backend. If omitted, nothing is imported.
       */
      directory: string;

      /**
       * A catalog user, independent of all these postmortems, who confirms the claims of their
       * imports. If omitted, the imports stay unconfirmed and count in no rate.
       */
      confirmedBy?: string;
    };

    incidents?: {
      /**
       * YAML file of payloads for the generic incident source, sent after the postmortems are
       * imported, unless incidents exist. Relative to the working directory of the backend.
       * Requires a secret in postmortems.incidentSources.generic.
       */
      file: string;
    };
  };
}
