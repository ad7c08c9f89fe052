import { createBackendModule } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import {
  authProvidersExtensionPoint,
  createProxyAuthProviderFactory,
  createProxyAuthenticator,
} from '@backstage/plugin-auth-node';

/** The request header that names the user to sign in as. */
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
 * The user named in a header. The kind is checked, because the catalog lookup accepts any entity,
 * so a component could sign in.
 *
 * @throws NotAllowedError if it isn't a user
 */
function userRefOf(header: string | undefined): string {
  try {
    const ref = parseEntityRef(header ?? '', { defaultNamespace: 'default' });
    if (ref.kind.toLocaleLowerCase('en-US') === 'user') {
      return stringifyEntityRef(ref);
    }
  } catch {
    // It isn't a valid reference.
  }
  throw new NotAllowedError(
    `The ${HEADER} header must be a user entity such as user:default/guest`,
  );
}

/** Lets demo visitors sign in as any catalog user. Refuses to run outside development. */
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
