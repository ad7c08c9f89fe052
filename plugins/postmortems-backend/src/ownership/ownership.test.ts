import { TestDatabases } from '@backstage/backend-test-utils';
import {
  ENTITIES,
  aCreate,
  refusal,
  startPortal,
} from '../__testUtils__/harness';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const CAROL = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'carol', namespace: 'default' },
};

describe.each(databases.eachSupportedId())('Owner, %s', databaseId => {
  it('can hand over with a suggestion, without cycles', async () => {
    const portal = await startPortal({
      knex: await databases.init(databaseId),
    });
    const { api } = portal;
    const { id } = await api.createPostmortem({
      body: aCreate({ ownerRef: 'user:default/alice' }),
    });
    const params = { id };

    expect(
      await refusal(
        portal.as('bob').handOverOwner({ params, body: { reason: 'No' } }),
      ),
    ).toEqual({
      status: 403,
      message: 'Only the owner (user:default/alice) can hand over',
    });
    expect(
      await refusal(
        api.handOverOwner({
          params,
          body: { reason: 'Me', suggestedRef: 'user:default/alice' },
        }),
      ),
    ).toMatchObject({ status: 400, message: /must not be you\./ });
    expect(
      await refusal(
        api.handOverOwner({
          params,
          body: { reason: 'Them', suggestedRef: 'group:default/checkout' },
        }),
      ),
    ).toMatchObject({ status: 400, message: /suggestedRef must be a User/ });

    const handedOver = await api.handOverOwner({
      params,
      body: { reason: 'Bob did the work', suggestedRef: 'User:default/Bob' },
    });
    expect(handedOver.ownerRef).toBeUndefined();
    expect(handedOver.ownerSuggestion).toEqual({
      userRef: 'user:default/bob',
      suggestedBy: 'user:default/alice',
      reason: 'Bob did the work',
      suggestedAt: '2026-03-12T12:00:00.000Z',
    });

    const named = await api.putOwner({
      params,
      body: { ownerRef: 'user:default/bob' },
      ifMatch: handedOver.revision,
    });
    expect(named.ownerSuggestion).toBeUndefined();
    expect(
      await refusal(
        portal.as('bob').handOverOwner({
          params,
          body: { reason: 'Alice knows', suggestedRef: 'user:default/alice' },
        }),
      ),
    ).toEqual({
      status: 409,
      message:
        'suggestedRef must not be user:default/alice, who already handed this postmortem over. Suggest someone else',
    });
    await portal
      .as('bob')
      .handOverOwner({ params, body: { reason: 'No time' } });

    const { items } = await api.listHistory({ params });
    expect(
      items.map(({ action, before, after, reason }) => ({
        action,
        before,
        after,
        reason,
      })),
    ).toEqual([
      {
        action: 'owner-handed-over',
        before: 'user:default/bob',
        after: undefined,
        reason: 'No time',
      },
      {
        action: 'owner-changed',
        before: undefined,
        after: 'user:default/bob',
        reason: undefined,
      },
      {
        action: 'owner-handed-over',
        before: 'user:default/alice',
        after: 'user:default/bob',
        reason: 'Bob did the work',
      },
      expect.objectContaining({ action: 'created' }),
    ]);
    await portal.stop();
  });

  it('is suggested from known facts', async () => {
    const portal = await startPortal({
      knex: await databases.init(databaseId),
    });
    portal.catalog.entities = [...ENTITIES, CAROL];
    const { api } = portal;
    for (const owner of ['carol', 'carol', 'bob']) {
      await api.createPostmortem({
        body: aCreate({ ownerRef: `user:default/${owner}` }),
      });
    }
    await api.createPostmortem({
      body: aCreate({
        ownerRef: 'user:default/alice',
        visibility: 'restricted',
      }),
    });
    const { items } = await api.suggestOwners({
      body: {
        entityRefs: ['component:default/checkout-api'],
        commanderRef: 'user:default/alice',
        contributors: [
          { userRef: 'user:default/bob', role: 'Investigation lead' },
          { userRef: 'user:default/left', role: 'Responder' },
        ],
      },
    });
    expect(items).toEqual([
      {
        userRef: 'user:default/bob',
        reasons: ['investigated', 'owned-before'],
        ownedBefore: 1,
      },
      {
        userRef: 'user:default/alice',
        reasons: ['triggered'],
        ownedBefore: 0,
      },
      {
        userRef: 'user:default/carol',
        reasons: ['owned-before'],
        ownedBefore: 2,
      },
    ]);

    await portal.as('bob').handOverOwner({
      params: { id: 'PM-3' },
      body: { reason: 'On leave', suggestedRef: 'user:default/carol' },
    });
    expect(
      await api.suggestOwners({
        body: {
          entityRefs: ['component:default/checkout-api'],
          postmortemId: 'PM-3',
        },
      }),
    ).toEqual({
      items: [
        {
          userRef: 'user:default/carol',
          reasons: ['suggested', 'owned-before'],
          ownedBefore: 2,
        },
      ],
    });
    await portal.stop();
  });
});
