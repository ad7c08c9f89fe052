import { TestDatabases } from '@backstage/backend-test-utils';
import type { Postmortem } from 'backstage-plugin-postmortems-common';
import type { IncidentChange } from 'backstage-plugin-postmortems-node';
import type { Knex } from 'knex';
import { FakeSource, withSource } from '../../__testUtils__/FakeSource';
import { startPortal } from '../../__testUtils__/harness';
import type { TestPortal } from '../../__testUtils__/harness';
import {
  declared,
  deliverAndSettle,
  happened,
} from '../../__testUtils__/incidents';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())(
  'A source that changes its report, %s',
  databaseId => {
    let knex: Knex;
    let portal: TestPortal;
    beforeEach(async () => {
      knex = await databases.init(databaseId);
      portal = await startPortal({
        knex,
        features: [withSource(new FakeSource())],
      });
    });
    afterEach(() => portal.stop());

    const params = { id: 'PM-1' };
    const read = () => portal.api.getPostmortem({ params });
    const tell = (...changes: IncidentChange[]) =>
      deliverAndSettle(knex, portal, changes);
    const severity = (time: string, word: string) =>
      happened(time, { kind: 'severity-changed', severity: word });
    const resolved = (time: string) => happened(time, { kind: 'resolved' });
    const listed = () =>
      knex('compliance_exceptions').orderBy('id').select('kind', 'actor_ref');

    it('moves the deadline, which is listed but not counted as an exception', async () => {
      await tell(...declared('10 09:00'), resolved('10 10:00'));
      portal.clock.now = new Date('2026-03-16T12:00:00Z');
      expect((await read()).complianceStatus).toBe('overdue');
      await tell(
        happened('15 10:00', { kind: 'reopened' }),
        resolved('15 11:00'),
      );
      expect(await read()).toMatchObject({
        resolvedAt: '2026-03-15T11:00:00.000Z',
        complianceStatus: 'on-track',
        exceptions: 0,
      });
      expect(await listed()).toEqual([
        { kind: 'source-report', actor_ref: 'incident-source:fake' },
      ]);
    });

    it('never lowers a severity, even if a person accepts its history', async () => {
      await tell(...declared('10 09:00', { severity: 'P3' }));
      await tell(severity('10 09:05', 'P2'), resolved('10 10:00'));
      const { revision } = await read();
      await portal.api.updatePostmortem({
        params,
        body: { severity: 'SEV-1' },
        ifMatch: revision,
      });
      await tell(severity('10 09:30', 'P3'));
      const before = await read();
      const after: Postmortem = await portal.api.chooseSourceFact({
        params: { ...params, field: 'severityHistory' },
        body: { choose: 'source' },
        ifMatch: before.revision,
      });
      expect([before.governingSeverity, after.governingSeverity]).toEqual([
        'SEV-1',
        'SEV-1',
      ]);
      expect(after.dueAt).toBe(before.dueAt);
    });

    it('does not revert a correction by repeating itself', async () => {
      await tell(...declared('10 09:00'), severity('10 09:10', 'P3'));
      await tell(resolved('10 10:00'));
      const corrected = await portal.as('bob').correctFacts({
        params,
        body: { severity: 'SEV-3', reason: 'The alert counted twice' },
        ifMatch: (await read()).revision,
      });
      expect(corrected.complianceStatus).toBe('not-required');
      await tell(severity('10 09:20', 'P4'));
      const { revision } = await read();
      expect(
        await portal.api.chooseSourceFact({
          params: { ...params, field: 'severityHistory' },
          body: { choose: 'source' },
          ifMatch: revision,
        }),
      ).toMatchObject({
        governingSeverity: 'SEV-3',
        severity: 'SEV-4',
        severityHistory: [
          { severity: 'SEV-1', declaredByMistake: true },
          { severity: 'SEV-3' },
          { severity: 'SEV-4' },
        ],
      });
    });

    it('cannot remove an overdue draft from the rate by reporting a drill', async () => {
      await tell(
        ...declared('10 09:00'),
        resolved('10 10:00'),
        ...declared('10 09:00', { incident: 'INC-2' }),
      );
      portal.clock.now = new Date('2026-03-14T12:00:00Z');
      for (const incident of ['INC-1', 'INC-2']) {
        await tell(
          happened('14 10:00', { kind: 'described', drill: true }, incident),
        );
      }
      const { items } = await portal.api.listPostmortems({ query: {} });
      expect(items).toMatchObject([
        { id: 'PM-1', complianceStatus: 'overdue', edited: false },
      ]);
    });
  },
);
