/** Unique values, so that any occurrence is a leak. */
export const SECRETS: Record<string, string> = {
  github: 'ghp_PortalsOwnGitHubTokenPortalsOwnGitHubTok',
  githubWebhook: 'github-webhook-secret-5e1f7c',
  jira: 'jira-api-token-a81c22',
  // As sent to Jira.
  jiraBasic: btoa('robot@example.com:jira-api-token-a81c22'),
  jiraWebhook: 'jira-webhook-secret-9d70be',
  // "the generic webhook secret of tests" in base64
  generic: 'dGhlIGdlbmVyaWMgd2ViaG9vayBzZWNyZXQgb2YgdGVzdHM=',
  alertmanager: 'alertmanager-secret-41c6d2',
  firehydrant: 'firehydrant-secret-bb3e90',
  firehydrantPrivate: 'firehydrant-private-secret-77ac01',
  grafana: 'grafana-secret-c05d1e',
  incidentio: 'aW5jaWRlbnQuaW8gc2VjcmV0IG9mIHRlc3Rz',
  incidentioKey: 'incidentio-api-key-e2ff34',
  pagerduty: 'pagerduty-secret-18d2aa',
  pagerdutyToken: 'pagerduty-token-6b09f5',
  rootly: 'rootly-secret-3ea7c8',
};

/** Nothing listens there, so that no request leaves the machine. */
const NOBODY = 'http://127.0.0.1:9';

/** Configuration of all sources and trackers, with secrets. */
export function secretSettings(): Record<string, unknown> {
  const s = SECRETS;
  return {
    'integrations.github': [
      { host: 'github.com', apiBaseUrl: NOBODY, token: s.github },
    ],
    'postmortems.trackers': {
      github: { webhookSecret: s.githubWebhook },
      jira: {
        baseUrl: NOBODY,
        email: 'robot@example.com',
        token: s.jira,
        webhookSecret: s.jiraWebhook,
      },
    },
    'postmortems.incidentSources': {
      generic: { secrets: [`whsec_${s.generic}`] },
      alertmanager: { secrets: [s.alertmanager] },
      firehydrant: {
        secrets: [s.firehydrant],
        privateSecrets: [s.firehydrantPrivate],
      },
      'grafana-irm': { secrets: [s.grafana] },
      incidentio: {
        secrets: [`whsec_${s.incidentio}`],
        apiKey: s.incidentioKey,
        apiBaseUrl: NOBODY,
      },
      pagerduty: {
        secrets: [s.pagerduty],
        token: s.pagerdutyToken,
        apiBaseUrl: NOBODY,
      },
      rootly: { secrets: [s.rootly] },
    },
  };
}
