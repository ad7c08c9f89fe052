import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import type { BackstageUserPrincipal } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';

/**
 * An auth service that names the plugin in the tokens with which it acts for a user, as in a real
 * portal.
 */
export const userAuth = createServiceFactory({
  service: coreServices.auth,
  deps: { plugin: coreServices.pluginMetadata },
  factory: ({ plugin }) => {
    const pluginId = plugin.getId();
    const mock = mockServices.auth({ pluginId });
    const asIs = mock.getPluginRequestToken.bind(mock);
    mock.getPluginRequestToken = async options => {
      const { userEntityRef } = options.onBehalfOf
        .principal as Partial<BackstageUserPrincipal>;
      return userEntityRef
        ? {
            token: mockCredentials.user.token(userEntityRef, {
              actor: { subject: `plugin:${pluginId}` },
            }),
          }
        : asIs(options);
    };
    return mock;
  },
});
