import { createBackendModule } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import {
  authProvidersExtensionPoint,
  createProxyAuthProviderFactory,
  createProxyAuthenticator,
} from '@backstage/plugin-auth-node';

/** The request header with the user to sign in as. */
const HEADER = 'x-demo-user';

const authenticator = createProxyAuthenticator({
  defaultProfileTransform: async () => ({ profile: {} }),
  initialize: () => {},
  async authenticate({ req }) {
    if (process.env.NODE_ENV !== 'development') {
      throw new NotAllowedError(
        'Sign-in as any user is available in development only',
      );
    }
    return { result: { userEntityRef: userRefOf(req.header(HEADER)) } };
  },
});

/**
 * The user in a header. Checked, because the catalog would find any entity, so that a component
 * could sign in.
 *
 * @throws NotAllowedError if it is not a user
 */
function userRefOf(header: string | undefined): string {
  try {
    const ref = parseEntityRef(header ?? '', { defaultNamespace: 'default' });
    if (ref.kind.toLocaleLowerCase('en-US') === 'user') {
      return stringifyEntityRef(ref);
    }
  } catch {
    // Not a valid reference.
  }
  throw new NotAllowedError(
    `The ${HEADER} header must be a user entity such as user:default/guest`,
  );
}

/** Lets a visitor of the demo sign in as any catalog user. Refuses outside development. */
export const authModuleDemoUser = createBackendModule({
  pluginId: 'auth',
  moduleId: 'demo-user-provider',
  register(reg) {
    reg.registerInit({
      deps: { providers: authProvidersExtensionPoint },
      async init({ providers }) {
        providers.registerProvider({
          providerId: 'demo-user',
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
