import { TestDatabases } from '@backstage/backend-test-utils';
import { aCreate, refusal, startPortal } from '../__testUtils__/harness';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('Live editing', () => {
  it('is disabled by default', async () => {
    const portal = await startPortal({
      knex: await databases.init('SQLITE_3'),
    });
    const { api, headers } = portal;
    const { id } = await api.createPostmortem({ body: aCreate() });
    const params = { id, key: 'impact' as const };
    for (const call of [
      () => api.openLiveDocument({ params }),
      () => api.listLiveUpdates({ params }),
      () =>
        api.addLiveUpdate({ params, body: { generation: 1, update: 'AAA=' } }),
    ]) {
      expect(await refusal(call())).toMatchObject({
        status: 404,
        message: expect.stringContaining('postmortems.liveEditing.enabled'),
      });
    }
    const document = await fetch(`${portal.url}/openapi.json`, { headers });
    expect(await document.text()).not.toContain('/live');
    await expect(async () =>
      portal.runTask('write-live-texts'),
    ).rejects.toThrow('not a function');
    await portal.stop();
  });

  it('has no unknown settings', async () => {
    const knex = await databases.init('SQLITE_3');
    const config = { postmortems: { liveEditing: { enable: true } } };
    await expect(startPortal({ knex, config })).rejects.toThrow(
      /liveEditing: has unknown keys: enable\. Use enabled/,
    );
  });
});
