import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { postmortemsIncidentSourcesExtensionPoint } from 'backstage-plugin-postmortems-node';
import postmortemsModuleAlertmanager from './index';

async function sourcesWith(own?: JsonObject): Promise<string[]> {
  const sources: string[] = [];
  const backend = await startTestBackend({
    extensionPoints: [
      [
        postmortemsIncidentSourcesExtensionPoint,
        { addSource: ({ id }) => sources.push(id) },
      ],
    ],
    features: [
      postmortemsModuleAlertmanager,
      mockServices.rootConfig.factory({
        data: own
          ? { postmortems: { incidentSources: { alertmanager: own } } }
          : {},
      }),
    ],
  });
  await backend.stop();
  return sources;
}

it('adds its source only with a configured secret', async () => {
  expect(await sourcesWith({ secrets: ['c2VjcmV0'] })).toEqual([
    'alertmanager',
  ]);
  expect(await sourcesWith({})).toEqual([]);
  expect(await sourcesWith()).toEqual([]);
});
