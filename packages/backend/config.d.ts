export interface Config {
  demo?: {
    postmortems?: {
      /**
       * Folder of YAML files. Each contains a postmortem that is imported at startup unless it
       * exists. Relative to the backend's working directory. If omitted, nothing is imported.
       */
      directory: string;

      /**
       * A catalog user, independent of all these postmortems, who confirms the imports' claims. If
       * omitted, the imports stay unconfirmed and are excluded from all rates.
       */
      confirmedBy?: string;
    };

    incidents?: {
      /**
       * YAML file of payloads for the generic incident source. They are sent after the postmortems
       * have been imported, unless incidents exist. Relative to the backend's working directory.
       * Requires a secret in postmortems.incidentSources.generic.
       */
      file: string;
    };
  };
}
