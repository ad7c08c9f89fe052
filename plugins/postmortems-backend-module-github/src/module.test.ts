import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { postmortemsTrackersExtensionPoint } from 'backstage-plugin-postmortems-node';
import postmortemsModuleGitHub from './index';

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
      postmortemsModuleGitHub,
      mockServices.rootConfig.factory({ data }),
    ],
  });
  await backend.stop();
  return trackers;
}

it('adds its tracker only if configured', async () => {
  expect(
    await trackersWith({
      integrations: { github: [{ host: 'github.com', token: 'x' }] },
    }),
  ).toEqual(['github']);
  expect(await trackersWith({})).toEqual([]);
});
