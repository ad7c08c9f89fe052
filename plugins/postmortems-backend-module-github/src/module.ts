import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { postmortemsTrackersExtensionPoint } from 'backstage-plugin-postmortems-node';
import { GitHubTracker } from './GitHubTracker';

/** Default labels for created issues. */
const DEFAULT_LABELS = ['postmortem'];

/**
 * Adds tickets in GitHub Issues, with the credentials in `integrations.github`. Does nothing
 * without credentials.
 *
 * @public
 */
export const postmortemsModuleGitHub = createBackendModule({
  pluginId: 'postmortems',
  moduleId: 'github',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        trackers: postmortemsTrackersExtensionPoint,
      },
      async init({ config, trackers }) {
        const tracker = createGitHubTracker(config);
        if (tracker) trackers.addTracker(tracker);
      },
    });
  },
});

/** @returns undefined if no GitHub integration has credentials */
export function createGitHubTracker(root: Config): GitHubTracker | undefined {
  const scm = ScmIntegrations.fromConfig(root);
  const integrations = scm.github
    .list()
    .map(integration => integration.config)
    .filter(({ token, apps }) => token || apps?.length);
  if (integrations.length === 0) return undefined;

  const config = root.getOptionalConfig('postmortems.trackers.github');
  return new GitHubTracker({
    integrations,
    credentials: DefaultGithubCredentialsProvider.fromIntegrations(scm),
    labels: config?.getOptionalStringArray('labels') ?? DEFAULT_LABELS,
    webhookSecret: config?.getOptionalString('webhookSecret'),
  });
}
