import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { postmortemsTrackersExtensionPoint } from 'backstage-plugin-postmortems-node';
import { JiraTracker } from './JiraTracker';

/** Default labels for created issues. */
const DEFAULT_LABELS = ['postmortem'];
const DEFAULT_ISSUE_TYPE = 'Task';

/**
 * Adds tickets in Jira, Cloud or Data Center, as configured in `postmortems.trackers.jira`. Does
 * nothing without that configuration.
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
 * @returns undefined if Jira isn't configured
 * @throws InputError naming the wrong key
 */
export function createJiraTracker(root: Config): JiraTracker | undefined {
  const config = root.getOptionalConfig('postmortems.trackers.jira');
  if (!config) return undefined;

  const baseUrl = withoutSlash(config.getString('baseUrl'));
  if (
    !/^https?:$/.test(URL.canParse(baseUrl) ? new URL(baseUrl).protocol : '')
  ) {
    throw new InputError(
      `Invalid configuration: postmortems.trackers.jira.baseUrl: must be a URL such as https://acme.atlassian.net, not "${baseUrl}"`,
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
