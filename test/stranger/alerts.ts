/** Alertmanager's credentials. */
export const ALERTS_SECRET = 'a-secret-of-the-stranger';

/** A notification of Alertmanager about a firing alert. */
export function firingAlert(options: { service: string; summary: string }) {
  const { service, summary } = options;
  return {
    version: '4',
    groupKey: `{}:{service="${service}"}`,
    truncatedAlerts: 0,
    status: 'firing',
    receiver: 'postmortems',
    groupLabels: { service },
    commonLabels: { alertname: 'Down', service },
    commonAnnotations: { summary },
    externalURL: 'https://alertmanager.example.com',
    alerts: [
      {
        status: 'firing',
        labels: { alertname: 'Down', severity: 'critical', service },
        annotations: { summary },
        startsAt: new Date().toISOString(),
        endsAt: '0001-01-01T00:00:00Z',
        generatorURL: 'https://prometheus.example.com/graph',
        fingerprint: 'a1b2c3d4e5f60718',
      },
    ],
  };
}
