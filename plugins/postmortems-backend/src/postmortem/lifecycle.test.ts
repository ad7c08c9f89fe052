import { TestDatabases } from '@backstage/backend-test-utils';
import {
  aCreate,
  complete,
  publish,
  refusal,
  startPortal,
} from '../__testUtils__/harness';
import type { TestPortal } from '../__testUtils__/harness';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())(
  'A postmortem from start to publication, %s',
  databaseId => {
    let portal: TestPortal;
    beforeEach(async () => {
      portal = await startPortal({ knex: await databases.init(databaseId) });
    });
    afterEach(() => portal.stop());

    it('is created, written, reviewed, published and judged', async () => {
      const { api } = portal;
      const created = await api.createPostmortem({
        body: aCreate({
          severity: 'p2',
          entityRefs: [
            'Component:default/Checkout-API',
            'resource:default/payments-db',
          ],
          ownerRef: 'user:default/bob',
          labels: ['cache'],
        }),
      });
      expect(created).toMatchObject({
        id: 'PM-1',
        severity: 'SEV-2',
        governingSeverity: 'SEV-2',
        severityHistory: [
          { severity: 'SEV-2', at: '2026-03-10T09:14:00.000Z' },
        ],
        entityRefs: [
          'component:default/checkout-api',
          'resource:default/payments-db',
        ],
        teamRefs: ['group:default/checkout', 'group:default/platform'],
        status: 'draft',
        complianceStatus: 'on-track',
        dueAt: '2026-03-17T23:59:59.999Z',
        createdBy: 'user:default/alice',
        revision: 1,
      });
      expect(created.deadline?.rule).toEqual({
        severity: 'SEV-2',
        due: { businessDays: 5 },
      });

      const early = await refusal(publish(api, created));
      expect(early.status).toBe(409);
      expect(early.message).toMatch(/summary.*impact.*resolution/s);

      await portal.as('bob').acknowledgeOwner({ params: created });
      await complete(api, created);
      const inReview = await api.getPostmortem({ params: created });
      expect(inReview.status).toBe('in-review');
      portal.clock.now = new Date('2026-03-13T08:00:00Z');
      const published = await api.changeStatus({
        params: created,
        body: { to: 'published' },
        ifMatch: inReview.revision,
      });
      expect(published).toMatchObject({
        status: 'published',
        publishedAt: '2026-03-13T08:00:00.000Z',
        complianceStatus: 'met',
      });

      expect(
        await refusal(
          api.changeStatus({
            params: created,
            body: { to: 'draft' },
            ifMatch: published.revision,
          }),
        ),
      ).toMatchObject({
        status: 400,
        message: expect.stringMatching(/reason/),
      });
      portal.clock.now = new Date('2026-04-01T08:00:00Z');
      const reopened = await api.changeStatus({
        params: created,
        body: { to: 'draft', reason: 'A second cause was found' },
        ifMatch: published.revision,
      });
      expect(reopened).toMatchObject({
        status: 'draft',
        publishedAt: '2026-03-13T08:00:00.000Z',
        complianceStatus: 'met',
      });

      const { items } = await api.listHistory({ params: created });
      expect(items.map(entry => [entry.action, entry.field])).toEqual([
        ['status-changed', 'status'],
        ['status-changed', 'status'],
        ['field-changed', 'noActionItemsReason'],
        ['contributing-factor-added', '1'],
        ['section-changed', 'resolution'],
        ['section-changed', 'what-happened'],
        ['section-changed', 'impact'],
        ['section-changed', 'summary'],
        ['owner-acknowledged', undefined],
        ['status-changed', 'status'],
        ['created', undefined],
      ]);
      expect(items[0]).toMatchObject({
        actorRef: 'user:default/alice',
        at: '2026-04-01T08:00:00.000Z',
        before: 'published',
        after: 'draft',
        reason: 'A second cause was found',
      });
    });

    it('is published with an urgent commitment or a reason for having none', async () => {
      const { api } = portal;
      const { id } = await api.createPostmortem({ body: aCreate() });
      await complete(api, { id });
      const { revision } = await api.getPostmortem({ params: { id } });
      await api.updatePostmortem({
        params: { id },
        body: { noActionItemsReason: null },
        ifMatch: revision,
      });
      const item = await api.addActionItem({
        params: { id },
        body: {
          title: 'Flush in steps',
          kind: 'prevent',
          priority: 'P1',
          ownerRef: 'group:default/checkout',
        },
      });
      expect(await refusal(publish(api, { id }))).toMatchObject({
        status: 409,
        message: expect.stringMatching(/action-items.*noActionItemsReason/s),
      });
      await api.updateActionItem({
        params: { id, key: 'A1' },
        body: { status: 'open' },
        ifMatch: item.revision,
      });
      const inReview = await api.getPostmortem({ params: { id } });
      expect(
        await api.changeStatus({
          params: { id },
          body: { to: 'published' },
          ifMatch: inReview.revision,
        }),
      ).toMatchObject({ status: 'published', actionItemsRequired: true });
    });

    it('recomputes the deadline when facts change, and records why', async () => {
      const { api } = portal;
      const body = aCreate({ severity: 'SEV-3', resolvedAt: undefined });
      let latest = await api.createPostmortem({ body });
      const { id } = latest;
      const patch = async (
        change: Parameters<typeof api.updatePostmortem>[0]['body'],
      ) => {
        latest = await api.updatePostmortem({
          params: { id },
          body: change,
          ifMatch: latest.revision,
        });
        return latest;
      };

      expect(latest.complianceStatus).toBe('not-required');
      expect(
        await patch({ severity: 'SEV-1', severityReason: 'Payments fail too' }),
      ).toMatchObject({ complianceStatus: 'pending' });
      expect(latest.dueAt).toBeUndefined();
      expect(
        await patch({ resolvedAt: '2026-03-12T13:00:00+02:00' }),
      ).toMatchObject({
        resolvedAt: '2026-03-12T11:00:00.000Z',
        dueAt: '2026-03-15T23:59:59.999Z',
      });
      expect(await patch({ severity: 'SEV-4' })).toMatchObject({
        severity: 'SEV-4',
        governingSeverity: 'SEV-1',
        dueAt: '2026-03-15T23:59:59.999Z',
      });
      expect(
        (await patch({ resolvedAt: null, reason: 'It came back' }))
          .complianceStatus,
      ).toBe('pending');
      expect(latest.resolvedAt).toBeUndefined();
      const unchanged = latest.revision;
      expect((await patch({ resolvedAt: null })).revision).toBe(unchanged);

      const { items } = await api.listHistory({ params: { id } });
      expect(
        items
          .filter(entry => entry.action === 'deadline-changed')
          .map(({ before, after, reason }) => ({ before, after, reason })),
      ).toEqual([
        {
          before: '2026-03-15T23:59:59.999Z',
          reason: 'the incident was reopened: It came back',
        },
        {
          after: '2026-03-15T23:59:59.999Z',
          reason: 'the time of resolution changed',
        },
      ]);
    });

    it('keeps the calendar of the team that owns the primary entity', async () => {
      const body = aCreate({
        entityRefs: ['resource:default/payments-db'],
        startedAt: '2026-03-04T20:00:00Z',
        // 8 March, a Sunday and holiday in Berlin, is in between, and the zone is one hour ahead of
        // UTC.
        resolvedAt: '2026-03-04T23:30:00Z',
      });
      const { deadline, timeZone } = await portal.api.createPostmortem({
        body,
      });
      const { items } = await portal.api.listPostmortems({});
      expect([timeZone, items[0].timeZone]).toEqual([
        'Europe/Berlin',
        'Europe/Berlin',
      ]);
      expect(deadline).toMatchObject({
        dueAt: '2026-03-12T22:59:59.999Z',
        explanation: { timeZone: 'Europe/Berlin', dueDate: '2026-03-12' },
      });
    });

    it('has one owner, who acknowledges', async () => {
      const { api } = portal;
      let latest = await api.createPostmortem({ body: aCreate() });
      const params = { id: latest.id };
      expect(
        await refusal(portal.as('bob').acknowledgeOwner({ params })),
      ).toMatchObject({ status: 403 });

      latest = await api.putOwner({
        params,
        body: { ownerRef: 'user:default/bob' },
        ifMatch: latest.revision,
      });
      latest = await portal.as('bob').acknowledgeOwner({ params });
      expect(latest).toMatchObject({
        ownerRef: 'user:default/bob',
        ownerAcknowledgedAt: '2026-03-12T12:00:00.000Z',
      });
      const again = await portal.as('bob').acknowledgeOwner({ params });
      expect(again.revision).toBe(latest.revision);

      latest = await api.putOwner({
        params,
        body: { ownerRef: 'user:default/alice' },
        ifMatch: latest.revision,
      });
      expect(latest.ownerAcknowledgedAt).toBeUndefined();
    });

    it('can be waived temporarily and extended, visibly', async () => {
      const { api } = portal;
      let latest = await api.createPostmortem({ body: aCreate() });
      const params = { id: latest.id };

      expect(
        await refusal(
          portal.asService.putWaiver({
            params,
            body: { reason: 'Duplicate' },
            ifMatch: latest.revision,
          }),
        ),
      ).toMatchObject({ status: 403 });
      latest = await api.putOwner({
        params,
        body: { ownerRef: 'user:default/bob' },
        ifMatch: latest.revision,
      });
      const grants = [
        () =>
          portal.as('bob').putWaiver({
            params,
            body: { reason: 'Duplicate' },
            ifMatch: latest.revision,
          }),
        () =>
          portal.as('bob').putExtension({
            params,
            body: { dueAt: '2026-03-25T12:00:00Z', reason: 'Holidays' },
            ifMatch: latest.revision,
          }),
      ];
      for (const grant of grants) {
        expect(await refusal(grant())).toMatchObject({
          status: 403,
          message: expect.stringMatching(/independent.*you are the owner/),
        });
      }
      latest = await api.putWaiver({
        params,
        body: {
          reason: 'The same as PM-7',
          expiresAt: '2026-03-20T00:00:00Z',
        },
        ifMatch: latest.revision,
      });
      expect(latest).toMatchObject({
        complianceStatus: 'waived',
        waiver: { approverRef: 'user:default/alice' },
      });
      const waived = await api.listPostmortems({
        query: { complianceStatus: ['waived'] },
      });
      expect(waived.items).toMatchObject([
        {
          id: latest.id,
          waiver: {
            reason: 'The same as PM-7',
            approverRef: 'user:default/alice',
            expiresAt: '2026-03-20T00:00:00.000Z',
          },
        },
      ]);
      portal.clock.now = new Date('2026-03-20T00:00:00Z');
      latest = await api.getPostmortem({ params });
      expect(latest.complianceStatus).toBe('overdue');

      expect(
        await refusal(
          api.putExtension({
            params,
            body: { dueAt: '2026-03-17T12:00:00Z', reason: 'Holidays' },
            ifMatch: latest.revision,
          }),
        ),
      ).toMatchObject({ status: 400, message: expect.stringMatching(/dueAt/) });
      latest = await api.putExtension({
        params,
        body: { dueAt: '2026-03-25T12:00:00Z', reason: 'Holidays' },
        ifMatch: latest.revision,
      });
      expect(latest).toMatchObject({
        complianceStatus: 'on-track',
        dueAt: '2026-03-25T12:00:00.000Z',
        deadline: { originalDueAt: '2026-03-17T23:59:59.999Z' },
      });
      const body = { reason: 'There is time after all' };
      for (const withdraw of ['deleteExtension', 'deleteWaiver'] as const) {
        latest = await api[withdraw]({
          params,
          body,
          ifMatch: latest.revision,
        });
      }
      expect(latest).toMatchObject({
        complianceStatus: 'overdue',
        dueAt: '2026-03-17T23:59:59.999Z',
      });
      expect(latest.waiver).toBeUndefined();

      const { items } = await api.listHistory({ params });
      expect(items.map(entry => entry.action)).toEqual([
        'waiver-withdrawn',
        'deadline-changed',
        'extension-withdrawn',
        'deadline-changed',
        'extension-granted',
        'waiver-granted',
        'owner-changed',
        'created',
      ]);
    });

    it('keeps a timeline and contributing factors', async () => {
      const { api } = portal;
      const { id } = await api.createPostmortem({ body: aCreate() });
      const later = await api.addTimelineEvent({
        params: { id },
        body: { occurredAt: '2026-03-10T10:00:00Z', text: 'Rolled back' },
      });
      await api.addTimelineEvent({
        params: { id },
        body: {
          occurredAt: '2026-03-10T09:20:00Z',
          text: 'Alert fired',
          kind: 'detection',
          link: { url: 'https://example.com/alert' },
        },
      });
      const changed = await api.updateTimelineEvent({
        params: { id, itemId: later.id },
        body: { occurredAt: '2026-03-10T09:10:00Z' },
        ifMatch: later.revision,
      });
      expect(changed).toEqual({
        ...later,
        occurredAt: '2026-03-10T09:10:00.000Z',
        revision: 2,
      });
      const { timeline } = await api.getPostmortem({ params: { id } });
      expect(timeline.map(event => event.text)).toEqual([
        'Rolled back',
        'Alert fired',
      ]);
      expect(
        await refusal(
          api.removeTimelineEvent({
            params: { id, itemId: later.id },
            ifMatch: 1,
          }),
        ),
      ).toMatchObject({ status: 412, current: changed });
      await api.removeTimelineEvent({
        params: { id, itemId: later.id },
        ifMatch: 2,
      });
      expect(
        (await api.listTimelineEvents({ params: { id } })).items,
      ).toHaveLength(1);

      const factor = await api.addContributingFactor({
        params: { id },
        body: { title: 'No canary', category: 'process' },
      });
      await api.updateContributingFactor({
        params: { id, itemId: factor.id },
        body: { description: 'The change went everywhere at once.' },
        ifMatch: 1,
      });
      expect(
        (await api.listContributingFactors({ params: { id } })).items,
      ).toEqual([
        {
          ...factor,
          description: 'The change went everywhere at once.',
          revision: 2,
        },
      ]);
      const uncategorized = await api.updateContributingFactor({
        params: { id, itemId: factor.id },
        body: { category: null },
        ifMatch: 2,
      });
      expect(uncategorized).toEqual({
        id: factor.id,
        title: 'No canary',
        description: 'The change went everywhere at once.',
        revision: 3,
      });
      await api.removeContributingFactor({
        params: { id, itemId: factor.id },
        ifMatch: 3,
      });
      expect(
        await refusal(
          api.removeContributingFactor({
            params: { id, itemId: factor.id },
            ifMatch: 2,
          }),
        ),
      ).toMatchObject({ status: 404 });
    });

    it('records continued edits by one person as one change', async () => {
      const { api } = portal;
      const { id } = await api.createPostmortem({ body: aCreate() });
      const params = { id, key: 'summary' as const };
      for (const [revision, markdown] of ['C', 'Ca', 'Caches'].entries()) {
        await api.putSection({ params, body: { markdown }, ifMatch: revision });
      }
      await portal.as('bob').putSection({
        params,
        body: { markdown: 'Caches!' },
        ifMatch: 3,
      });
      const { items } = await api.listHistory({ params: { id } });
      expect(
        items.slice(0, 2).map(({ before, after }) => [before, after]),
      ).toEqual([
        ['Caches', 'Caches!'],
        ['', 'Caches'],
      ]);
    });
  },
);
