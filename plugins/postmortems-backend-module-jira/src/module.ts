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
import { InputError } from '@backstage/errors';
import { postmortemsTrackersExtensionPoint } from 'backstage-plugin-postmortems-node';
import { JiraTracker } from './JiraTracker';

/** Put on every issue made, unless configured. */
const DEFAULT_LABELS = ['postmortem'];
const DEFAULT_ISSUE_TYPE = 'Task';

/**
 * Tickets of action items in Jira, Cloud or Data Center, as configured under
 * `postmortems.trackers.jira`. Without that, it does nothing.
 *
 * @public
 */
export const postmortemsModuleJira = createBackendModule({
  pluginId: 'postmortems',
  moduleId: 'jira',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        trackers: postmortemsTrackersExtensionPoint,
      },
      async init({ config, trackers }) {
        const tracker = createJiraTracker(config);
        if (tracker) trackers.addTracker(tracker);
      },
    });
  },
});

/**
 * @returns undefined where no Jira is configured
 * @throws InputError that names the key that is wrong
 */
export function createJiraTracker(root: Config): JiraTracker | undefined {
  const config = root.getOptionalConfig('postmortems.trackers.jira');
  if (!config) return undefined;

  const baseUrl = withoutSlash(config.getString('baseUrl'));
  if (
    !/^https?:$/.test(URL.canParse(baseUrl) ? new URL(baseUrl).protocol : '')
  ) {
    throw new InputError(
      `Invalid configuration: postmortems.trackers.jira.baseUrl: must be an address such as https://acme.atlassian.net, not "${baseUrl}"`,
    );
  }
  const isCloud =
    config.getOptionalBoolean('cloud') ??
    new URL(baseUrl).hostname.endsWith('.atlassian.net');
  const token = config.getString('token');
  const email = config.getOptionalString('email');
  return new JiraTracker({
    baseUrl,
    apiBaseUrl: withoutSlash(config.getOptionalString('apiBaseUrl') ?? baseUrl),
    apiVersion: isCloud ? 3 : 2,
    authorization: email
      ? `Basic ${Buffer.from(`${email}:${token}`).toString('base64')}`
      : `Bearer ${token}`,
    issueType: config.getOptionalString('issueType') ?? DEFAULT_ISSUE_TYPE,
    labels: config.getOptionalStringArray('labels') ?? DEFAULT_LABELS,
    webhookSecret: config.getOptionalString('webhookSecret'),
  });
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '');
}
