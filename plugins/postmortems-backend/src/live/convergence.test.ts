import { TestDatabases } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import { aCreate, startPortal } from '../__testUtils__/harness';
import type { TestPortal } from '../__testUtils__/harness';
import { LiveClient } from './__testUtils__/LiveClient';
import { RestWriter, removedByRestoring } from './__testUtils__/RestWriter';
import { linesOf, wordsIn } from './__testUtils__/words';

/** Compacts all the time. */
jest.mock('./rules', () => ({
  ...jest.requireActual('./rules'),
  MOST_UPDATES: 3,
}));

jest.setTimeout(300_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const LIVE = { postmortems: { liveEditing: { enabled: true } } };
const RUNS = Number(process.env.LIVE_RUNS ?? 25);

const USERS = ['alice', 'bob', 'carol'];

/** What someone does next. */
type Step =
  | { does: 'type' | 'erase'; who: number; where: number }
  | { does: 'send' | 'sendTwice' | 'receive' | 'reconnect'; who: number }
  | {
      does: 'put';
      writer: number;
      where: number;
      replaces: boolean;
      stale: boolean;
    }
  | {
      does: 'restore';
      writer: number;
      entry: number;
      version: 'before' | 'after';
    }
  | { does: 'write' };

const who = fc.nat(USERS.length - 1);
const where = fc.nat(1_000);
const writer = fc.nat(1);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ does: fc.constant('type' as const), who, where }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constant('erase' as const), who, where }),
  },
  {
    weight: 12,
    arbitrary: fc.record({
      does: fc.constantFrom(
        ...(['send', 'send', 'sendTwice', 'receive', 'reconnect'] as const),
      ),
      who,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('put' as const),
      writer,
      where,
      replaces: fc.boolean(),
      stale: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('restore' as const),
      writer,
      entry: fc.nat(10),
      version: fc.constantFrom(...(['before', 'after'] as const)),
    }),
  },
  { weight: 2, arbitrary: fc.constant({ does: 'write' as const }) },
);

describe.each(databases.eachSupportedId())(
  'People who write live, over REST and offline, %s',
  databaseId => {
    /** Two instances with one database. */
    let portals: TestPortal[];
    /** A third one that knows nothing of live editing, as during a rolling upgrade. */
    let older: TestPortal;

    beforeAll(async () => {
      const knex = await databases.init(databaseId);
      portals = [];
      for (let n = 0; n < 2; n++) {
        portals.push(await startPortal({ knex, config: LIVE }));
      }
      older = await startPortal({ knex });
    });
    afterAll(() =>
      Promise.all([...portals, older].map(portal => portal.stop())),
    );

    const writePending = async () => {
      for (const portal of portals) {
        portal.clock.now = new Date(portal.clock.now.getTime() + 20_000);
      }
      await portals[0].runTask('write-live-texts');
    };

    it('end with the same text, which has every word once', async () => {
      await fc.assert(
        fc.asyncProperty(
          // The steps of a list happen at the same time.
          fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), {
            minLength: 5,
            maxLength: 20,
          }),
          async rounds => {
            const { id } = await portals[0].api.createPostmortem({
              body: aCreate(),
            });
            const params = { id, key: 'impact' as const };
            let words = 0;
            const nextWord = () => `w${(words += 1)}`;
            const kept = new Set<string>();
            const removed = new Set<string>();
            const writers = [portals[1], older].map(
              portal => new RestWriter(portal.as('dave'), params),
            );
            const [rest] = writers;
            await rest.put(0, nextWord, false, false);

            const clients = USERS.map(
              (user, n) => new LiveClient(portals[n % 2].as(user), params),
            );
            await Promise.all(clients.map(client => client.open()));

            const perform = async (each: Step) => {
              switch (each.does) {
                case 'type': {
                  const client = clients[each.who];
                  const places = linesOf(client.text);
                  const { at } = places[each.where % places.length];
                  const word = nextWord();
                  client.insert(at, `${word}\n`);
                  kept.add(word);
                  return undefined;
                }
                case 'erase': {
                  const client = clients[each.who];
                  const places = linesOf(client.text);
                  const { at, line } = places[each.where % places.length];
                  client.remove(at, line.length);
                  wordsIn(line).forEach(word => removed.add(word));
                  return undefined;
                }
                case 'send':
                  return clients[each.who].send();
                case 'sendTwice':
                  await clients[each.who].send(true);
                  return clients[each.who].send();
                case 'receive':
                  return clients[each.who].receive();
                case 'reconnect':
                  return clients[each.who].open();
                case 'put':
                  return writers[each.writer].put(
                    each.where,
                    nextWord,
                    each.replaces,
                    each.stale,
                  );
                case 'restore':
                  return writers[each.writer].restore(each.entry, each.version);
                default:
                  return writePending();
              }
            };
            for (const round of rounds) await Promise.all(round.map(perform));

            for (const client of clients) await client.send();
            await writePending();
            for (const client of clients) await client.receive();
            const text = await rest.text();
            expect(clients.map(client => client.text)).toEqual(
              clients.map(() => text),
            );

            for (const { added } of writers) {
              added.forEach(word => kept.add(word));
            }
            for (const word of [
              ...writers.flatMap(each => each.removed),
              ...(await removedByRestoring(portals[0].api, params)),
            ]) {
              removed.add(word);
            }
            const found = wordsIn(text);
            expect(found).toHaveLength(new Set(found).size);
            expect(found).toEqual(
              expect.arrayContaining(
                [...kept].filter(word => !removed.has(word)),
              ),
            );
          },
        ),
        { numRuns: RUNS },
      );
    });
  },
);
