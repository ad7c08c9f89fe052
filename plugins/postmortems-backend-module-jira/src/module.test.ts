import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { postmortemsTrackersExtensionPoint } from 'backstage-plugin-postmortems-node';
import postmortemsModuleJira from './index';

async function trackersWith(data: JsonObject): Promise<string[]> {
  const trackers: string[] = [];
  const backend = await startTestBackend({
    extensionPoints: [
      [
        postmortemsTrackersExtensionPoint,
        { addTracker: ({ id }) => trackers.push(id) },
      ],
    ],
    features: [
      postmortemsModuleJira,
      mockServices.rootConfig.factory({ data }),
    ],
  });
  await backend.stop();
  return trackers;
}

it('adds its tracker only if configured', async () => {
  expect(
    await trackersWith({
      postmortems: {
        trackers: {
          jira: { baseUrl: 'https://acme.atlassian.net', token: 'x' },
        },
      },
    }),
  ).toEqual(['jira']);
  expect(await trackersWith({})).toEqual([]);
});
