import { createServiceFactory } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import type { SignalPayload } from '@backstage/plugin-signals-node';
import type { PutPresence } from 'backstage-plugin-postmortems-common';
import { aCreate, refusal, startPortal } from '../__testUtils__/harness';
import type { TestPortal } from '../__testUtils__/harness';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const TAB = 'tab12345';

describe.each(databases.eachSupportedId())('Presence, %s', databaseId => {
  let portals: TestPortal[];
  let signals: SignalPayload[];

  /** Two instances on one database. */
  beforeEach(async () => {
    signals = [];
    const knex = await databases.init(databaseId);
    const start = () =>
      startPortal({
        knex,
        features: [
          createServiceFactory({
            service: signalsServiceRef,
            deps: {},
            factory: () => ({
              async publish(signal: SignalPayload) {
                signals.push(signal);
              },
            }),
          }),
        ],
      });
    portals = [await start(), await start()];
  });
  afterEach(() => Promise.all(portals.map(portal => portal.stop())));

  const create = async (restricted = false) => {
    const { id } = await portals[0].api.createPostmortem({
      body: aCreate(
        restricted
          ? { visibility: 'restricted', ownerRef: 'user:default/alice' }
          : {},
      ),
    });
    return { id };
  };
  const edit = (
    portal: TestPortal,
    user: string,
    params: { id: string },
    sections: PutPresence['sections'],
    tabId = TAB,
  ) => portal.as(user).putPresence({ params, body: { tabId, sections } });
  const presenceSignals = () =>
    signals.filter(({ message }) => message.type === 'presence');

  it('tells every instance who edits which section, per tab', async () => {
    const params = await create();
    const [one, other] = portals;
    await edit(one, 'alice', params, ['impact', 'impact']);
    await edit(other, 'bob', params, ['impact', 'summary']);
    const { items } = await edit(one, 'alice', params, ['summary'], 'tab23456');
    expect(items).toEqual([
      { userRef: 'user:default/alice', tabId: TAB, section: 'impact' },
      { userRef: 'user:default/alice', tabId: 'tab23456', section: 'summary' },
      { userRef: 'user:default/bob', tabId: TAB, section: 'impact' },
      { userRef: 'user:default/bob', tabId: TAB, section: 'summary' },
    ]);
    expect(await other.as('carol').listPresence({ params })).toEqual({ items });
  });

  it('ends when the tab says so, or when it is silent for a minute', async () => {
    const params = await create();
    const [portal] = portals;
    await edit(portal, 'alice', params, ['impact', 'summary']);
    await edit(portal, 'bob', params, ['impact']);
    await edit(portal, 'alice', params, ['summary']);
    await edit(portal, 'bob', params, []);
    expect((await portal.api.listPresence({ params })).items).toEqual([
      { userRef: 'user:default/alice', tabId: TAB, section: 'summary' },
    ]);

    portal.clock.now = new Date(portal.clock.now.getTime() + 60_000);
    expect(await portal.api.listPresence({ params })).toEqual({ items: [] });
  });

  it('signals only when it changes', async () => {
    const params = await create();
    const [portal] = portals;
    await edit(portal, 'alice', params, ['impact']);
    await edit(portal, 'alice', params, ['impact']);
    await edit(portal, 'alice', params, []);
    expect(presenceSignals()).toEqual(
      [1, 2].map(() => ({
        recipients: { type: 'broadcast' },
        channel: 'postmortems',
        message: { type: 'presence', postmortemId: params.id },
      })),
    );
  });

  it('of a restricted postmortem reaches only people connected to it', async () => {
    const params = await create(true);
    const [portal] = portals;
    await edit(portal, 'alice', params, ['impact']);
    for (const attempt of [
      () => edit(portal, 'bob', params, ['impact']),
      () => portal.as('bob').listPresence({ params }),
    ]) {
      expect(await refusal(attempt())).toMatchObject({ status: 404 });
    }
    expect(presenceSignals()).toMatchObject([
      {
        recipients: {
          type: 'user',
          entityRef: expect.arrayContaining(['user:default/alice']),
        },
      },
    ]);
  });

  it('is for people, and for known sections', async () => {
    const params = await create();
    const [portal] = portals;
    expect(
      await refusal(
        portal.asService.putPresence({
          params,
          body: { tabId: TAB, sections: ['impact'] },
        }),
      ),
    ).toMatchObject({ status: 403 });
    expect(
      await refusal(
        portal.api.putPresence({
          params,
          body: { tabId: 'no spaces', sections: ['impact'] },
        }),
      ),
    ).toMatchObject({ status: 400 });
  });
});
