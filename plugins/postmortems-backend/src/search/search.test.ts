import { TestDatabases } from '@backstage/backend-test-utils';
import * as fc from 'fast-check';
import type { Knex } from 'knex';
import type { ListPostmortemsQuery } from 'backstage-plugin-postmortems-common';
import { aCreate, startPortal } from '../__testUtils__/harness';
import type { TestPortal } from '../__testUtils__/harness';
import { aSubject, asRole, startPortalWithRoles } from '../__testUtils__/roles';
import { rebuildIndex } from '../__testUtils__/searchIndex';
import { testSize } from '../__testUtils__/testSize';
import { fill, isRestricted } from '../__testUtils__/fill';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

/** Numbers of postmortems, newest first. */
const newestOf = (count: number) =>
  Array.from({ length: count }, (_, at) => count - at);

const VOCABULARY = ['dns', 'cache', 'caches', 'flush', 'expired', '支付', 'a'];

describe.each(databases.eachSupportedId())('Search, %s', databaseId => {
  let knex: Knex;
  let portal: TestPortal;

  const list = (query: ListPostmortemsQuery, api = portal.api) =>
    api.listPostmortems({ query });
  const found = async (q: string) =>
    (await list({ q, limit: 100 })).items.map(({ id }) => id);
  const start = async (title: string) =>
    (await portal.api.createPostmortem({ body: aCreate({ title }) })).id;
  const write = (id: string, key: 'summary' | 'impact', markdown: string) =>
    portal.api.putSection({
      params: { id, key },
      body: { markdown },
      ifMatch: 0,
    });

  describe('with a portal', () => {
    beforeEach(async () => {
      knex = await databases.init(databaseId);
      portal = await startPortal({ knex });
    });
    afterEach(() => portal.stop());

    it('ranks by matching part and returns snippets', async () => {
      const inImpact = await start('A slow checkout');
      await write(
        inImpact,
        'impact',
        '## Impact\n\n- The **DNS** cache, stale',
      );
      const inTitle = await start('Stale DNS cache');
      const inSummary = await start('Lost orders');
      await write(inSummary, 'summary', 'The Cache had an old entry. DNS was.');
      const apart = await start('The DNS was slow');
      await write(apart, 'impact', 'A cache was cold');
      await start('Something else');

      const page = await list({ q: 'DNS cache' });
      expect(page).toMatchObject({ totalItems: 4, pageInfo: {} });
      expect(page.searchedNewest).toBeUndefined();
      expect(page.items.map(({ id }) => id)).toEqual([
        inTitle,
        apart,
        inSummary,
        inImpact,
      ]);
      expect(page.items[3].snippet).toEqual({
        part: 'section',
        key: 'impact',
        segments: [
          { text: 'Impact The ' },
          { text: 'DNS', isMatch: true },
          { text: ' ' },
          { text: 'cache', isMatch: true },
          { text: ', stale' },
        ],
      });
      const byTitle = await list({ q: 'DNS cache', orderField: 'title,asc' });
      expect(byTitle.items.map(({ id }) => id)).toEqual([
        inImpact,
        inSummary,
        inTitle,
        apart,
      ]);
      expect(byTitle.items.map(({ snippet }) => snippet?.part)).toEqual([
        'section',
        'section',
        'title',
        'title',
      ]);
      expect((await list({})).items[0].snippet).toBeUndefined();
      expect(await found('!? 🔥')).toEqual([]);
    });

    it('finds text in every kind of part until it is deleted', async () => {
      const id = await start('Checkout down');
      const { api } = portal;
      const params = { id };
      await api.addTimelineEvent({
        params,
        body: { occurredAt: '2026-03-10T09:20:00.000Z', text: 'Paged quokka' },
      });
      await api.addContributingFactor({
        params,
        body: { title: 'A wombat certificate', description: 'It expired' },
      });
      await api.addActionItem({
        params,
        body: { title: 'Feed the numbat', kind: 'prevent', priority: 'P2' },
      });
      const comment = await portal.as('bob').addComment({
        params,
        body: { markdown: 'See the bilby runbook' },
      });
      const { contentRevision, revision } = await api.getPostmortem({ params });
      await api.changeStatus({
        params,
        body: { to: 'in-review' },
        ifMatch: revision,
      });
      await portal.as('bob').addReview({
        params,
        body: {
          verdict: 'request-changes',
          comment: 'A dingo?',
          contentRevision,
        },
      });

      const partOf = async (q: string) => {
        const { items } = await list({ q });
        return items.map(({ snippet }) => [snippet?.part, snippet?.key]);
      };
      expect(await partOf('quok')).toEqual([['timeline-event', '1']]);
      expect(await partOf('wombat expired')).toEqual([
        ['contributing-factor', '1'],
      ]);
      expect(await partOf('numbat')).toEqual([['action-item', 'A1']]);
      expect(await partOf('bilby')).toEqual([['comment', comment.id]]);
      expect(await partOf('dingo')).toEqual([['review', 'user:default/bob']]);
      expect(await partOf('checkout-api')).toEqual([['facts', undefined]]);

      await write(id, 'impact', '# Impact\n\n- **All** orders');
      await write(id, 'summary', 'Lost `orders`');
      const [{ text }] = (await list({ text: 'include' })).items;
      expect(text?.split('\n')).toEqual([
        'Lost orders',
        'Impact All orders',
        'Paged quokka',
        'A wombat certificate It expired',
        'Feed the numbat',
        'A dingo?',
        'See the bilby runbook',
        'checkout-api',
      ]);
      expect((await list({})).items[0].text).toBeUndefined();

      const items = async (q: string) =>
        (await api.listActionItems({ query: { q } })).items.map(
          item => item.id,
        );
      expect(await items('numbat')).toEqual([`${id}/A1`]);
      expect(await items(`${id} feed -dingo`)).toEqual([`${id}/A1`]);
      expect(await items('feed -numbat')).toEqual([]);
      expect(await items('quokka')).toEqual([]);

      await portal.as('bob').removeComment({
        params: { id, itemId: comment.id },
      });
      expect(await partOf('bilby')).toEqual([]);
      const latest = await api.getPostmortem({ params });
      await api.deletePostmortem({
        params,
        body: { reason: 'Not an incident' },
        ifMatch: latest.revision,
      });
      expect(await found('quokka')).toEqual([]);
      await api.restorePostmortem({ params, body: { reason: 'It was' } });
      expect(await partOf('quokka')).toEqual([['timeline-event', '1']]);
    });

    it('returns the same results as a plain text scan', async () => {
      const ids = [];
      for (let at = 0; at < 12; at++) ids.push(await start('x'));
      const texts = fc.array(fc.constantFrom(...VOCABULARY), {
        minLength: 1,
        maxLength: 4,
      });
      const term = fc
        .record({
          words: fc.array(
            fc.constantFrom(...VOCABULARY, 'ca', 'cach', 'exp', 'zzz'),
            { minLength: 1, maxLength: 2 },
          ),
          isPhrase: fc.boolean(),
          isExcluded: fc.boolean(),
        })
        .map(({ words, isPhrase, isExcluded }) => ({
          words: isPhrase ? words : words.slice(0, 1),
          isPhrase,
          isExcluded,
        }));
      const matches = (
        part: string[],
        each: { words: string[]; isExact: boolean },
      ) =>
        part.some((_, from) =>
          each.words.every((word, at) => {
            const there = part[from + at] ?? '';
            const mayGoOn = !each.isExact && word !== 'a';
            return mayGoOn ? there.startsWith(word) : there === word;
          }),
        );
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(texts, texts), { minLength: 12, maxLength: 12 }),
          fc.array(fc.array(term, { minLength: 1, maxLength: 3 }), {
            minLength: 10,
            maxLength: 10,
          }),
          async (documents, queries) => {
            for (const [at, [title, impact]] of documents.entries()) {
              await knex('postmortems')
                .where({ id: at + 1 })
                .update({ title: title.join(' ') });
              await knex('postmortem_sections')
                .insert({
                  postmortem_id: at + 1,
                  section_key: 'impact',
                  markdown: impact.join(' '),
                  revision: 1,
                  updated_at: new Date(),
                  updated_by: 'user:default/alice',
                  authorship: '[]',
                })
                .onConflict(['postmortem_id', 'section_key'])
                .merge();
            }
            await rebuildIndex(knex);
            for (const terms of queries) {
              const expected = documents.flatMap(([title, impact], at) => {
                const parts = [['pm', `${at + 1}`, ...title], impact];
                const isFound = terms.every(
                  ({ words, isPhrase, isExcluded }) =>
                    isExcluded !==
                    parts.some(part =>
                      matches(part, { words, isExact: isPhrase || isExcluded }),
                    ),
                );
                return isFound ? [`PM-${at + 1}`] : [];
              });
              const q = terms
                .map(
                  ({ words, isPhrase, isExcluded }) =>
                    `${isExcluded ? '-' : ''}${
                      isPhrase ? `"${words.join(' ')}"` : words.join(' ')
                    }`,
                )
                .join(' ');
              const ranked = await found(q);
              const inOrder = await list({
                q,
                orderField: 'title,asc',
                limit: 100,
              });
              expect([q, [...ranked].sort()]).toEqual([q, expected.sort()]);
              expect(inOrder.items.map(({ id }) => id).sort()).toEqual(
                expected,
              );
            }
          },
        ),
        { numRuns: testSize({ small: 5, full: 20 }) },
      );
    });

    it('ranks the newest matches of common words, page by page', async () => {
      await fill(
        knex,
        {
          postmortems: 700,
          actionItems: 1,
          withActionItems: 100,
          entities: 10,
          teams: 5,
        },
        new Date(),
      );
      const pages: string[][] = [];
      let cursor: string | undefined;
      let back: string | undefined;
      do {
        const page = await list({ q: 'incident serv', limit: 60, cursor });
        pages.push(page.items.map(({ id }) => id));
        expect(page).toMatchObject({
          totalItems: 200,
          totalItemsCapped: true,
          searchedNewest: 200,
        });
        ({ nextCursor: cursor, prevCursor: back } = page.pageInfo);
      } while (cursor);
      const newest = newestOf(700)
        .filter(number => !isRestricted(number))
        .slice(0, 200)
        .map(number => `PM-${number}`);
      expect(pages.flat().sort()).toEqual(newest.sort());
      expect(pages.map(({ length }) => length)).toEqual([60, 60, 60, 20]);
      const before = await list({
        q: 'incident serv',
        limit: 60,
        cursor: back,
      });
      expect(before.items.map(({ id }) => id)).toEqual(pages[2]);

      const rare = await list({ q: 'incident "service 77" label-1' });
      expect(rare.items.map(({ id }) => id)).toEqual([]);
      expect(await found('"service 77" incident')).toEqual(['PM-578', 'PM-78']);
      // Team 3 owns every fifth postmortem, starting with PM-3.
      const ofRestricted = newestOf(700).filter(
        number => number % 5 === 3 && isRestricted(number),
      ).length;
      const ofTeam = await list({
        q: 'incident',
        teamRef: ['group:default/team-3'],
      });
      expect(ofTeam).toMatchObject({ totalItems: 140 - ofRestricted });
      expect(ofTeam.searchedNewest).toBeUndefined();
    });
  });

  it('hides restricted postmortems from outsiders', async () => {
    portal = await startPortalWithRoles({
      knex: await databases.init(databaseId),
    });
    const restricted = await aSubject(portal, 'restricted');
    const open = await aSubject(portal, 'internal');
    const params = { id: restricted };
    await portal.asService.addTimelineEvent({
      params,
      body: { occurredAt: aCreate().startedAt, text: 'Called the quokka' },
    });
    await asRole(portal, 'owner').addComment({
      params,
      body: { markdown: 'A quokka it was' },
    });
    for (const role of ['owner', 'reviewer', 'auditor'] as const) {
      const { items } = await list({ q: 'quokka' }, asRole(portal, role));
      expect(items).toMatchObject([
        { id: restricted, snippet: { part: 'timeline-event' } },
      ]);
    }
    for (const role of ['outsider', 'limited'] as const) {
      const api = asRole(portal, role);
      for (const orderField of [undefined, 'startedAt,desc']) {
        expect(await list({ q: 'quokka', orderField }, api)).toEqual({
          items: [],
          totalItems: 0,
          pageInfo: {},
        });
        const all = await list({ q: 'pm', orderField }, api);
        expect(all.items.map(({ id }) => id)).toEqual([open]);
      }
    }
    await portal.stop();
  });
});
