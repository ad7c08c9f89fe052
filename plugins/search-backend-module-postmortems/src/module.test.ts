import { createServiceFactory } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { ConflictError } from '@backstage/errors';
import type { RegisterCollatorParameters } from '@backstage/plugin-search-backend-node';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import type { JsonObject } from '@backstage/types';
import { postmortemReadPermission } from 'backstage-plugin-postmortems-common';
import type {
  ListPostmortemsQuery,
  PostmortemEvent,
  PostmortemPage,
} from 'backstage-plugin-postmortems-common';
import { postmortemsServiceRef } from 'backstage-plugin-postmortems-node';
import type { PostmortemsService } from 'backstage-plugin-postmortems-node';
import searchModulePostmortems from './index';
import { Reindexing } from './Reindexing';

function aPage(
  items: [id: string, visibility: 'internal' | 'restricted'][],
  nextCursor?: string,
) {
  return {
    items: items.map(([id, visibility]) => ({
      id,
      visibility,
      title: 'Checkout returned 500s',
      text: `The text of ${id}`,
      severity: 'SEV-1',
      governingSeverity: 'SEV-1',
      status: 'published',
      startedAt: '2026-03-10T09:14:00.000Z',
      entityRefs: ['component:default/checkout-api'],
      teamRefs: ['group:default/checkout'],
      labels: ['cache'],
    })),
    pageInfo: { nextCursor },
  } as unknown as PostmortemPage;
}

async function collect(config: JsonObject, pages: PostmortemPage[]) {
  const collators: RegisterCollatorParameters[] = [];
  const queries: ListPostmortemsQuery[] = [];
  const callers: unknown[] = [];
  const postmortems: Pick<PostmortemsService, 'listPostmortems'> = {
    async listPostmortems({ query }, { credentials }) {
      queries.push(query);
      callers.push(credentials.principal);
      return pages[queries.length - 1];
    },
  };
  const backend = await startTestBackend({
    extensionPoints: [
      [
        searchIndexRegistryExtensionPoint,
        {
          addCollator: (collator: RegisterCollatorParameters) =>
            collators.push(collator),
          addDecorator: () => {},
        },
      ],
    ],
    features: [
      searchModulePostmortems,
      mockServices.rootConfig.factory({ data: config }),
      createServiceFactory({
        service: postmortemsServiceRef,
        deps: {},
        factory: () => postmortems as PostmortemsService,
      }),
    ],
  });
  const [{ factory }] = collators;
  const documents = await (await factory.getCollator()).toArray();
  await backend.stop();
  return { factory, documents, queries, callers };
}

describe('the collator', () => {
  it('reads all pages and leaves out restricted postmortems', async () => {
    const { factory, documents, queries, callers } = await collect({}, [
      aPage(
        [
          ['PM-3', 'internal'],
          ['PM-2', 'restricted'],
        ],
        'next',
      ),
      aPage([['PM-1', 'internal']]),
    ]);
    expect(factory).toMatchObject({
      type: 'postmortems',
      visibilityPermission: postmortemReadPermission,
    });
    expect(documents.map(({ postmortemId }) => postmortemId)).toEqual([
      'PM-3',
      'PM-1',
    ]);
    expect(documents[0]).toEqual({
      title: 'PM-3 Checkout returned 500s',
      text: 'The text of PM-3',
      location: '/postmortems/PM-3',
      postmortemId: 'PM-3',
      severity: 'SEV-1',
      governingSeverity: 'SEV-1',
      status: 'published',
      startedAt: '2026-03-10T09:14:00.000Z',
      entityRefs: ['component:default/checkout-api'],
      teamRefs: ['group:default/checkout'],
      labels: ['cache'],
      authorization: { resourceRef: 'PM-3' },
    });
    expect(queries).toMatchObject([
      { cursor: undefined, text: 'include' },
      { cursor: 'next', text: 'include' },
    ]);
    expect(callers).toMatchObject([{ type: 'service' }, { type: 'service' }]);
  });

  it('replaces the index even if there is nothing to find', async () => {
    const { documents } = await collect({}, [aPage([['PM-1', 'restricted']])]);
    expect(documents).toEqual([
      { title: 'Postmortems', text: '', location: '/postmortems/' },
    ]);
  });

  it('reads its configuration', async () => {
    const withOptions = (postmortems: JsonObject) =>
      collect({ search: { collators: { postmortems } } }, [
        aPage([['PM-1', 'internal']]),
      ]);
    const { documents } = await withOptions({
      locationTemplate: '/incidents/:id/read',
    });
    expect(documents).toMatchObject([{ location: '/incidents/PM-1/read' }]);
    await expect(
      withOptions({ locationTemplate: '/incidents' }),
    ).rejects.toThrow(
      /search.collators.postmortems.locationTemplate: must contain :id/,
    );
    await expect(
      withOptions({ schedule: { frequency: { minutes: 1 } } }),
    ).rejects.toThrow(/search.collators.postmortems.schedule/);
  });
});

describe('reindexing', () => {
  const event = (values: Partial<PostmortemEvent>) => ({
    topic: 'postmortems',
    eventPayload: {
      id: '0b6f6c1e-0f0b-4a59-9d0c-1f0a3c1b7a52',
      at: '2026-03-12T12:00:00.000Z',
      actorRef: 'user:default/alice',
      action: 'field-changed',
      postmortemId: 'PM-42',
      visibility: 'internal',
      ...values,
    },
  });
  const restricted = event({ field: 'visibility', visibility: 'restricted' });

  /** @param outcomes - of the attempts to trigger; later ones succeed */
  function start(...outcomes: (Error | undefined)[]) {
    const log: string[] = [];
    const logger = mockServices.logger.mock({
      warn: message => {
        log.push(message);
      },
    });
    const reindexing = new Reindexing({
      trigger: async () => {
        log.push('trigger');
        const error = outcomes.shift();
        if (error) throw error;
      },
      wait: async milliseconds => {
        log.push(`wait ${milliseconds}`);
      },
      logger,
    });
    const send = async (...events: ReturnType<typeof event>[]) => {
      await Promise.all(events.map(each => reindexing.onEvent(each)));
      await new Promise(setImmediate);
      return log;
    };
    return { send };
  }

  it.each([
    ['becomes restricted', restricted, ['trigger']],
    ['is deleted', event({ action: 'deleted' }), ['trigger']],
    ['is redacted', event({ action: 'redacted' }), ['trigger']],
    ['gets a new title', event({ field: 'title' }), []],
    ['becomes internal', event({ field: 'visibility' }), []],
    [
      'changes while restricted',
      event({ action: 'section-changed', visibility: 'restricted' }),
      [],
    ],
  ])('when a postmortem %s', async (_, sent, log) => {
    expect(await start().send(sent)).toEqual(log);
  });

  it('runs once more after a run that may have read the text', async () => {
    const { send } = start(new ConflictError('running'));
    expect(await send(restricted)).toEqual(['trigger', 'wait 5000', 'trigger']);
  });

  it('runs again for changes during the attempt, once for all', async () => {
    expect(await start().send(restricted, restricted, restricted)).toEqual([
      'trigger',
      'trigger',
    ]);
  });

  it('survives failures and unknown events', async () => {
    const { send } = start(new Error('database down'));
    expect(
      await send({ topic: 'postmortems', eventPayload: {} as never }),
    ).toEqual([]);
    expect(await send(restricted)).toEqual([
      'trigger',
      expect.stringMatching(/^Could not start indexing/),
    ]);
    expect(await send(restricted)).toHaveLength(3);
  });
});
