import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { postmortemsIncidentSourcesExtensionPoint } from 'backstage-plugin-postmortems-node';
import postmortemsModuleFireHydrant from './index';

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
      postmortemsModuleFireHydrant,
      mockServices.rootConfig.factory({
        data: own
          ? { postmortems: { incidentSources: { firehydrant: own } } }
          : {},
      }),
    ],
  });
  await backend.stop();
  return sources;
}

it('adds its source only with a configured secret', async () => {
  expect(await sourcesWith({ secrets: ['c2VjcmV0'] })).toEqual(['firehydrant']);
  expect(await sourcesWith({})).toEqual([]);
  expect(await sourcesWith()).toEqual([]);
});

it('refuses names of roles that are none', async () => {
  await expect(
    sourcesWith({ secrets: ['c2VjcmV0'], commanderRoles: [] }),
  ).rejects.toThrow('firehydrant.commanderRoles');
});
