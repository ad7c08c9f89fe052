/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

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

/** Put on every issue made, unless configured. */
const DEFAULT_LABELS = ['postmortem'];

/**
 * Tickets of action items in GitHub Issues, with the credentials under `integrations.github`.
 * Without any credentials there, it does nothing.
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

/** @returns undefined where there are no credentials for any GitHub */
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
