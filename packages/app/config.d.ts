export interface Config {
  demo?: {
    signIn?: {
      /** Users to offer on the sign-in page, in addition to the guest. Development only. */
      people?: Array<{
        /** @visibility frontend */
        name: string;
        /** @visibility frontend */
        userEntityRef: string;
        /** @visibility frontend */
        role: string;
      }>;
    };
  };
}
