import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { LIMITS } from 'backstage-plugin-postmortems-common';
import { aCreate, refusal, startPortal } from '../__testUtils__/harness';
import type { TestPortal } from '../__testUtils__/harness';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('Sections, %s', databaseId => {
  let portal: TestPortal;
  let params: { id: string; key: 'impact' };
  let portalKnex: Knex;
  const base = 'One\nTwo\nThree\nFour';

  beforeEach(async () => {
    portalKnex = await databases.init(databaseId);
    portal = await startPortal({ knex: portalKnex });
    const { id } = await portal.api.createPostmortem({ body: aCreate() });
    params = { id, key: 'impact' };
    await portal.api.putSection({
      params,
      body: { markdown: base },
      ifMatch: 0,
    });
  });
  afterEach(() => portal.stop());

  const impact = async () =>
    (await portal.api.getPostmortem({ params })).sections.find(
      ({ key }) => key === 'impact',
    );

  it('keep the edits of two people in different lines', async () => {
    await portal.as('bob').putSection({
      params,
      body: { markdown: base.replace('Two', 'Two, by Bob') },
      ifMatch: 1,
    });
    const merged = await portal.api.putSection({
      params,
      body: { markdown: base.replace('Three', 'Three, by Alice'), base },
      ifMatch: 1,
    });
    expect(merged).toMatchObject({
      markdown: 'One\nTwo, by Bob\nThree, by Alice\nFour',
      revision: 3,
      updatedBy: 'user:default/alice',
    });
    expect(await impact()).toEqual(merged);

    const { items } = await portal.api.listHistory({ params });
    expect(items.slice(0, 2)).toMatchObject([
      { actorRef: 'user:default/alice', after: merged.markdown },
      { actorRef: 'user:default/bob' },
    ]);
  });

  it('keep every line of people who write at the same time', async () => {
    const lines = Array.from({ length: 8 }, (_, at) => `Line ${at}`);
    const text = lines.join('\n');
    await portal.api.putSection({
      params,
      body: { markdown: text },
      ifMatch: 1,
    });
    await Promise.all(
      lines.map((line, at) =>
        portal.as(at % 2 ? 'bob' : 'alice').putSection({
          params,
          body: { markdown: text.replace(line, `${line}!`), base: text },
          ifMatch: 2,
        }),
      ),
    );
    expect(await impact()).toMatchObject({
      markdown: lines.map(line => `${line}!`).join('\n'),
      revision: 10,
    });
  });

  it('refuse edits of the same line, and outdated writes without a base', async () => {
    const theirs = await portal.as('bob').putSection({
      params,
      body: { markdown: base.replace('Two', 'Two, by Bob') },
      ifMatch: 1,
    });
    const mine = base.replace('Two', 'Two, by Alice');
    for (const body of [
      { markdown: mine, base },
      { markdown: base.replace('Three', 'Three, by Alice') },
    ]) {
      expect(
        await refusal(portal.api.putSection({ params, body, ifMatch: 1 })),
      ).toMatchObject({ status: 412, current: theirs });
    }
    // A revision that does not exist yet has no base.
    expect(
      await refusal(
        portal.api.putSection({
          params,
          body: { markdown: mine, base },
          ifMatch: 7,
        }),
      ),
    ).toMatchObject({ status: 412 });
    expect(await impact()).toEqual(theirs);
  });

  it('store a repeated write once', async () => {
    const write = {
      params,
      body: { markdown: `${base}\nFive`, base },
      ifMatch: 1,
    };
    const first = await portal.api.putSection(write);
    expect(await portal.api.putSection(write)).toEqual(first);
  });

  it('refuse a merge beyond the limit', async () => {
    const long = (letter: string) => letter.repeat(LIMITS.sectionMarkdown / 2);
    await portal.as('bob').putSection({
      params,
      body: { markdown: `${long('b')}\n${base}` },
      ifMatch: 1,
    });
    expect(
      await refusal(
        portal.api.putSection({
          params,
          body: { markdown: `${base}\n${long('a')}`, base },
          ifMatch: 1,
        }),
      ),
    ).toMatchObject({
      status: 400,
      message: expect.stringContaining("after merging other people's changes"),
    });
  });

  describe('restored from the history', () => {
    const impactOf = (revision: number, markdown: string, user = 'alice') =>
      portal.as(user).putSection({
        params,
        body: { markdown },
        ifMatch: revision,
      });
    const edits = async () =>
      (await portal.api.listHistory({ params })).items.filter(
        ({ field }) => field === 'impact',
      );

    it('returns as a new revision that says from when, and can be undone the same way', async () => {
      portal.clock.now = new Date('2026-03-12T13:00:00Z');
      await impactOf(1, 'Overwritten', 'bob');
      const [overwriting, writing] = await edits();
      portal.clock.now = new Date('2026-03-12T13:05:00Z');
      expect(
        await portal.api.restoreSection({
          params,
          body: { entryId: writing.id, version: 'after' },
          ifMatch: 2,
        }),
      ).toMatchObject({ markdown: base, revision: 3 });
      expect((await edits())[0]).toMatchObject({
        action: 'section-restored',
        actorRef: 'user:default/alice',
        before: 'Overwritten',
        after: base,
        restoredFrom: writing.at,
      });

      await portal.api.restoreSection({
        params,
        body: { entryId: overwriting.id, version: 'after' },
        ifMatch: 3,
      });
      expect(await impact()).toMatchObject({
        markdown: 'Overwritten',
        revision: 4,
      });
      // Two restorations in a row stay two entries, and typing after them is a third.
      await impactOf(4, 'Overwritten again');
      expect((await edits()).map(({ action }) => action)).toEqual([
        'section-changed',
        'section-restored',
        'section-restored',
        'section-changed',
        'section-changed',
      ]);
    });

    it('can be any text that was saved, also one cleared a moment later', async () => {
      const long = `${base}\n${'It took long. '.repeat(20)}`;
      await impactOf(1, long);
      await impactOf(2, '');
      const texts = (await edits()).flatMap(({ before, after }) => [
        before,
        after,
      ]);
      expect(texts).toContain(long);
    });

    it('belongs to those who wrote it', async () => {
      const { id } = params;
      const authorship = async () => {
        const row = await portalKnex('postmortem_sections')
          .where({ postmortem_id: Number(id.slice(3)), section_key: 'impact' })
          .first();
        return JSON.parse(row.authorship);
      };
      await impactOf(1, '', 'bob');
      const [clearing] = await edits();
      const restore = (ifMatch: number) =>
        portal.as('bob').restoreSection({
          params,
          body: { entryId: clearing.id, version: 'before' },
          ifMatch,
        });
      await restore(2);
      expect(await authorship()).toEqual([['user:default/alice', base.length]]);
      await impactOf(3, '', 'bob');
      await restore(4);
      expect(await authorship()).toEqual([['user:default/alice', base.length]]);
    });

    it('must be of this section, and based on the current text', async () => {
      const [entry] = await edits();
      const body = { entryId: entry.id, version: 'before' } as const;
      expect(
        await refusal(
          portal.api.restoreSection({
            params: { ...params, key: 'summary' },
            body,
            ifMatch: 0,
          }),
        ),
      ).toMatchObject({ status: 404 });
      expect(
        await refusal(portal.api.restoreSection({ params, body, ifMatch: 0 })),
      ).toMatchObject({ status: 412, current: { markdown: base } });
      const other = await portal.api.createPostmortem({ body: aCreate() });
      expect(
        await refusal(
          portal.api.restoreSection({
            params: { id: other.id, key: 'impact' },
            body,
            ifMatch: 0,
          }),
        ),
      ).toMatchObject({ status: 404 });
    });
  });
});
