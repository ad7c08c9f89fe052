import { createBackendModule } from '@backstage/backend-plugin-api';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { PostmortemsPolicy } from './PostmortemsPolicy';

/** Installs the demo's permission policy. */
export const permissionsModule = createBackendModule({
  pluginId: 'permission',
  moduleId: 'postmortems-policy',
  register(env) {
    env.registerInit({
      deps: { policy: policyExtensionPoint },
      async init({ policy }) {
        policy.setPolicy(
          new PostmortemsPolicy([
            'group:default/incident-management',
            // Lets demo visitors try every action.
            'user:default/guest',
          ]),
        );
      },
    });
  },
});
