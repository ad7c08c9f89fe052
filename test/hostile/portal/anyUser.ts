import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  authProvidersExtensionPoint,
  createProxyAuthProviderFactory,
  createProxyAuthenticator,
} from '@backstage/plugin-auth-node';

/** The request header with the user to sign in as. */
export const USER_HEADER = 'x-user';

const authenticator = createProxyAuthenticator({
  defaultProfileTransform: async () => ({ profile: {} }),
  initialize: () => {},
  async authenticate({ req }) {
    return { result: { userEntityRef: req.header(USER_HEADER) ?? '' } };
  },
});

/** Allows tests to sign in as anyone, because guests cannot in production mode. */
export const anyUserModule = createBackendModule({
  pluginId: 'auth',
  moduleId: 'any-user-provider',
  register(reg) {
    reg.registerInit({
      deps: { providers: authProvidersExtensionPoint },
      async init({ providers }) {
        providers.registerProvider({
          providerId: 'any-user',
          factory: createProxyAuthProviderFactory({
            authenticator,
            signInResolver: ({ result: { userEntityRef } }, ctx) =>
              ctx.signInWithCatalogUser({ entityRef: userEntityRef }),
          }),
        });
      },
    });
  },
});
