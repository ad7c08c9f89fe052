import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { postmortemsIncidentSourcesExtensionPoint } from 'backstage-plugin-postmortems-node';
import postmortemsModuleIncidentIo from './index';

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
      postmortemsModuleIncidentIo,
      mockServices.rootConfig.factory({
        data: own
          ? { postmortems: { incidentSources: { incidentio: own } } }
          : {},
      }),
    ],
  });
  await backend.stop();
  return sources;
}

it('adds its source only with a configured secret', async () => {
  expect(await sourcesWith({ secrets: ['c2VjcmV0'] })).toEqual(['incidentio']);
  expect(await sourcesWith({})).toEqual([]);
  expect(await sourcesWith()).toEqual([]);
});
