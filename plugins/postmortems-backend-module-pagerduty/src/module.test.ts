import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { postmortemsIncidentSourcesExtensionPoint } from 'backstage-plugin-postmortems-node';
import type { IncidentSource } from 'backstage-plugin-postmortems-node';
import postmortemsModulePagerDuty from './index';

async function sourcesWith(pagerduty: JsonObject): Promise<IncidentSource[]> {
  const found: IncidentSource[] = [];
  const backend = await startTestBackend({
    extensionPoints: [
      [
        postmortemsIncidentSourcesExtensionPoint,
        { addSource: source => found.push(source) },
      ],
    ],
    features: [
      postmortemsModulePagerDuty,
      mockServices.rootConfig.factory({
        data: { postmortems: { incidentSources: { pagerduty } } },
      }),
    ],
  });
  await backend.stop();
  return found;
}

it('adds its source only with a configured secret', async () => {
  expect(await sourcesWith({})).toEqual([]);
  expect(await sourcesWith({ token: 'x' })).toEqual([]);

  const [webhooks] = await sourcesWith({ secrets: ['s'] });
  expect(webhooks).toMatchObject({ id: 'pagerduty', title: 'PagerDuty' });
  expect(webhooks.backfill).toBeUndefined();

  const [withToken] = await sourcesWith({ secrets: ['s'], token: 'x' });
  expect(withToken.backfill).toBeDefined();
});

it('names the key that is wrong', async () => {
  await expect(
    sourcesWith({ secrets: ['s'], token: 'x', apiBaseUrl: 'pagerduty' }),
  ).rejects.toThrow(
    /postmortems\.incidentSources\.pagerduty\.apiBaseUrl: must be a URL/,
  );
});
