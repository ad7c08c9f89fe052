import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { postmortemsIncidentSourcesExtensionPoint } from 'backstage-plugin-postmortems-node';
import postmortemsModuleGrafanaIrm from './index';

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
      postmortemsModuleGrafanaIrm,
      mockServices.rootConfig.factory({
        data: own
          ? { postmortems: { incidentSources: { 'grafana-irm': own } } }
          : {},
      }),
    ],
  });
  await backend.stop();
  return sources;
}

it('adds its source only with a configured secret', async () => {
  expect(await sourcesWith({ secrets: ['c2VjcmV0'] })).toEqual(['grafana-irm']);
  expect(await sourcesWith({})).toEqual([]);
  expect(await sourcesWith()).toEqual([]);
});

it('refuses names of roles that are none', async () => {
  await expect(
    sourcesWith({ secrets: ['c2VjcmV0'], commanderRoles: [] }),
  ).rejects.toThrow('grafana-irm.commanderRoles');
});
