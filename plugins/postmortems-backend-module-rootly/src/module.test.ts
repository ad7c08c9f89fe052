import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { postmortemsIncidentSourcesExtensionPoint } from 'backstage-plugin-postmortems-node';
import postmortemsModuleRootly from './index';

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
      postmortemsModuleRootly,
      mockServices.rootConfig.factory({
        data: own ? { postmortems: { incidentSources: { rootly: own } } } : {},
      }),
    ],
  });
  await backend.stop();
  return sources;
}

it('adds its source only with a configured secret', async () => {
  expect(await sourcesWith({ secrets: ['c2VjcmV0'] })).toEqual(['rootly']);
  expect(await sourcesWith({})).toEqual([]);
  expect(await sourcesWith()).toEqual([]);
});

it('refuses names of roles that are none', async () => {
  await expect(
    sourcesWith({ secrets: ['c2VjcmV0'], commanderRoles: [] }),
  ).rejects.toThrow('rootly.commanderRoles');
});
