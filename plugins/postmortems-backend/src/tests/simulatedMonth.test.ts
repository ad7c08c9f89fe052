import { TestDatabases, mockServices } from '@backstage/backend-test-utils';
import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import type { Postmortem } from 'backstage-plugin-postmortems-common';
import { migrate } from '../kernel/db/migrate';
import type { PostmortemFacts } from '../postmortem/PostmortemRecord';
import { loadFacts } from '../notify/messageFacts';
import { readPolicyConfig } from '../policy/readPolicyConfig';
import { readRemindersConfig } from '../notify/reminder/readRemindersConfig';
import type { Justification } from '../postmortem/integrity/factsStep';
import { idOf } from '../kernel/ids';
import { loadForChange, saveFacts } from '../postmortem/change';
import {
  TEAMS,
  membersOf,
  seededRandom,
  serviceOf,
  startInstance,
} from '../__testUtils__/company';
import type { FaultPlan, Instance } from '../__testUtils__/company';
import { testSize } from '../__testUtils__/testSize';
import { Oracle, answerable, peopleOf } from '../__testUtils__/Oracle';

jest.setTimeout(600_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Clocks change twice in this month: in New York on the 8th, in Berlin on the 29th. */
const BEGIN = Date.parse('2026-03-02T00:05:00Z');
const DAYS = 31;
const POSTMORTEMS = testSize({ small: 60, full: 200 });

/** Maximum number of lines in a digest. */
const SPELT_OUT = 15;

/** In UTC: digests of all zones with recovery time, the calm hours, and changes at night. */
const BUSY_HOURS = [0, 1, 2, 7, 8, 9, 10, 13, 14, 15, 16, 17, 23];

it.each(databases.eachSupportedId())(
  'In a month with crashes and outages, every message is sent once, %s',
  async databaseId => {
    const knex = await databases.init(databaseId);
    await migrate(knex);
    const random = seededRandom(20260302);
    const chance = (probability: number) => random() < probability;
    const clock = { now: new Date(BEGIN) };
    // Nothing fails from the afternoon on, so that everything is sent before facts change at night:
    // a message that no longer applies is rightly dropped.
    const isCalm = () => clock.now.getUTCHours() >= 16;
    // Separate, so that people act alike however instances interleave.
    const faults = seededRandom(33);
    const strikes = (probability: number) =>
      !isCalm() && faults() < probability;
    const pick = <T>(from: readonly T[]) =>
      from[Math.floor(random() * from.length)];

    const iso = (milliseconds: number) => new Date(milliseconds).toISOString();
    const now = () => clock.now.getTime();

    /** Sent messages by recipient and scope, including repeats. */
    const sent = new Map<string, NotificationSendOptions[]>();
    const send = (notification: NotificationSendOptions) => {
      const { recipients, payload } = notification;
      const to = recipients.type === 'entity' ? recipients.entityRef : '';
      const key = `${to} ${payload.scope}`;
      sent.set(key, [...(sent.get(key) ?? []), notification]);
    };

    const isOutage = () => [9, 16, 23].includes(clock.now.getUTCDate());
    const mortal: FaultPlan = {
      failsAtDatabase: () => strikes(0.002),
      diesAtSending: () => strikes(0.03),
      notificationsDown: () => strikes(isOutage() ? 1 : 0.05),
    };
    const immortal: FaultPlan = {
      ...mortal,
      failsAtDatabase: () => false,
      diesAtSending: () => false,
    };
    const start = (its?: FaultPlan): Instance =>
      startInstance({ knex, clock: () => clock.now, faults: its, send });

    const people = start();
    const { service, as } = serviceOf(people.ctx);
    const config = mockServices.rootConfig();
    const oracle = new Oracle(
      readRemindersConfig(config, readPolicyConfig(config).severities),
    );
    const postmortems: number[] = [];
    const remember = async (number: number) => {
      const facts = await loadFacts(people.ctx, knex, [number]);
      oracle.facts.set(number, facts.get(number)!);
    };

    async function createOne() {
      const team = pick(TEAMS);
      const [one, two, three] = membersOf(team);
      const resolved = now() - random() * 9 * DAY;
      const ownerRef = chance(0.7) ? pick([one, two, three]) : undefined;
      const created = await service.createPostmortem(
        {
          body: {
            title: `Incident of ${team}`,
            severity: pick(['SEV-1', 'SEV-1', 'SEV-2', 'SEV-2', 'SEV-3']),
            startedAt: iso(resolved - 5 * HOUR),
            resolvedAt: chance(0.9) ? iso(resolved) : undefined,
            entityRefs: [
              `component:default/${team}-api`,
              ...(chance(0.15) ? [`component:default/${pick(TEAMS)}-api`] : []),
            ],
            ownerRef,
            commanderRef: chance(0.6) ? three : undefined,
            visibility: chance(0.1) ? 'restricted' : 'internal',
            outcome: 'incident',
            contributors: [],
            labels: [],
            links: [],
          },
        },
        as(two),
      );
      const number = Number(created.id.slice('PM-'.length));
      postmortems.push(number);
      if (ownerRef && ownerRef !== two) {
        oracle.direct(ownerRef, `${created.id}:owner-assigned:1`, number);
      }
      for (let count = Math.floor(random() * 3); count > 0; count--) {
        await service.addActionItem(
          {
            params: { id: created.id },
            body: {
              title: 'Mend it',
              description: '',
              kind: 'repair',
              priority: 'P2',
              status: 'open',
              ownerRef: chance(0.8)
                ? pick([one, two, three])
                : `group:default/${team}`,
              dueAt: iso(now() + random() * 15 * DAY),
            },
          },
          as(two),
        );
      }
      await remember(number);
    }

    /** Saves facts like the operations do after their checks. */
    async function save(
      number: number,
      facts: Partial<PostmortemFacts>,
      because: Justification,
    ) {
      return people.ctx.knex.transaction(async tx => {
        const current = await loadForChange(people.ctx, tx, idOf(number));
        return saveFacts(people.ctx, tx, current, facts, {
          actorRef: 'user:default/somebody',
          at: clock.now.toISOString(),
          because,
        });
      });
    }

    async function changeOne(number: number) {
      const { postmortem, actionItems } = oracle.facts.get(number)!;
      const id = idOf(number);
      const params = { id };
      const { ownerRef, deadline, commanderRef, revision } = postmortem;
      const told = (
        after: Pick<Postmortem, 'revision'>,
        about: string,
        refs: string[],
      ) => {
        for (const ref of refs) {
          oracle.direct(ref, `${id}:${about}:${after.revision}`, number);
        }
      };
      const [one, two] = membersOf(postmortem.teamRefs[0].split('/')[1]);
      const granted = {
        reason: 'Agreed',
        approverRef: 'user:default/shop-head',
        grantedAt: clock.now.toISOString(),
      };
      switch (pick(['owner', 'owner', 'publish', 'except', 'items'])) {
        case 'owner':
          if (ownerRef && chance(0.5)) {
            await service.acknowledgeOwner({ params }, as(ownerRef));
          } else if (ownerRef && chance(0.5)) {
            const after = await service.handOverOwner(
              { params, body: { reason: 'No time' } },
              as(ownerRef),
            );
            const whoNames =
              commanderRef && commanderRef !== ownerRef
                ? [commanderRef]
                : peopleOf({
                    users: [],
                    teams: postmortem.teamRefs,
                    above: false,
                  }).filter(ref => ref !== ownerRef);
            told(after, 'owner-handed-over', whoNames);
          } else if (ownerRef !== one) {
            const after = await service.putOwner(
              { params, body: { ownerRef: one }, ifMatch: revision },
              as(two),
            );
            told(after, 'owner-assigned', [one]);
          }
          break;
        case 'publish':
          if (!postmortem.resolvedAt) break;
          await save(
            number,
            {
              status: 'published',
              publishedAt: postmortem.publishedAt ?? clock.now.toISOString(),
              publications: [
                ...postmortem.publications,
                {
                  at: clock.now.toISOString(),
                  contentRevision: postmortem.contentRevision,
                },
              ],
            },
            { by: 'completion' },
          );
          break;
        case 'except':
          if (!deadline || postmortem.completedAt) break;
          if (chance(0.5)) {
            const dueAt = iso(Date.parse(deadline.dueAt) + 4 * DAY);
            const after = await save(
              number,
              { extension: { ...granted, dueAt } },
              { by: 'exception', kind: 'extension' },
            );
            told(after, 'extension-granted', answerable(after));
          } else {
            const expiry = chance(0.5) && {
              expiresAt: iso(now() + 5 * DAY - 8 * HOUR),
            };
            const after = await save(
              number,
              { waiver: { ...granted, ...expiry } },
              { by: 'exception', kind: 'waiver' },
            );
            told(after, 'waiver-granted', answerable(after));
          }
          break;
        default:
          for (const item of actionItems.filter(each => !each.closedAt)) {
            await service.updateActionItem(
              {
                params: { id, key: `A${item.number}` },
                body: { status: 'done' },
                ifMatch: item.revision,
              },
              as(two),
            );
          }
      }
      await remember(number);
    }

    let deaths = 0;
    // SQLite supports only one instance.
    const instances =
      databaseId === 'SQLITE_3'
        ? [start(mortal)]
        : [start(mortal), start(immortal)];
    for (let hour = 0; hour < DAYS * 24; hour++) {
      clock.now = new Date(BEGIN + hour * HOUR);
      if (!BUSY_HOURS.includes(clock.now.getUTCHours())) continue;
      oracle.look(clock.now);
      await Promise.all(instances.map(({ messenger }) => messenger.remind()));
      // Restart at once with half-done work, possibly crashing again.
      while (instances[0].isDead()) {
        deaths++;
        instances[0] = start(mortal);
        await instances[0].messenger.remind();
      }
      if (clock.now.getUTCHours() === 23) {
        const changing = new Set(
          Array.from({ length: 12 }, () => pick(postmortems)).filter(Boolean),
        );
        clock.now = new Date(now() + 20 * MINUTE);
        for (const number of changing) await changeOne(number);
        clock.now = new Date(now() + 10 * MINUTE);
        for (let count = 0; count < 14; count++) {
          if (postmortems.length < POSTMORTEMS) await createOne();
        }
      }
    }
    // By now, everything that waited for notifications is sent.
    const last = start();
    for (const hour of [16, 17]) {
      clock.now = new Date(BEGIN + DAYS * DAY + hour * HOUR);
      oracle.look(clock.now);
      await last.messenger.remind();
    }

    expect(postmortems).toHaveLength(POSTMORTEMS);
    expect(deaths).toBeGreaterThan(20);
    expect([...sent.keys()].sort()).toEqual([...oracle.expected.keys()].sort());
    for (const [key, subjects] of oracle.expected) {
      for (const { payload } of sent.get(key)!) {
        const named = subjectsOf(payload);
        const others = named.filter(subject => !subjects.includes(subject));
        const most = Math.min(subjects.length, SPELT_OUT);
        expect([key, named.length, others]).toEqual([key, most, []]);
      }
    }
    // A repeated message means a crash between sending and recording; it updates the first one.
    const repeated = [...sent.values()].flatMap(each => each.slice(1));
    expect(repeated.length).toBeLessThanOrEqual(deaths);
  },
);

/** The postmortems and action items in a message. */
function subjectsOf(payload: NotificationSendOptions['payload']): string[] {
  const { title, description = '', topic } = payload;
  const text = topic === 'ownership' ? title : `${title}\n${description}`;
  return (text.match(/PM-\d+(\/A\d+)?/g) ?? []).sort();
}
