import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import type { Knex } from 'knex';
import { CatalogLookup } from '../team/CatalogLookup';
import { Linking } from '../team/Linking';
import { Messenger } from '../notify/Messenger';
import { readPolicyConfig } from '../policy/readPolicyConfig';
import { readRemindersConfig } from '../notify/reminder/readRemindersConfig';
import { createDefaultPostmortemsService } from '../service';
import { FULL_ACCESS } from '../kernel/access/Access';
import { createSharedContext } from '../context';
import type { ServiceContext } from '../context';
import { readTicketsConfig } from '../ticket/readTicketsConfig';
import { TicketSync } from '../ticket/TicketSync';
import { intakeOf } from './intakeInstance';

/** Deterministic random numbers from 0 (inclusive) to 1. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) % 2 ** 32;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A company of six teams in three time zones, in two departments with a head each. */
export const DEPARTMENTS: Record<string, string[]> = {
  shop: ['checkout', 'search', 'orders'],
  platform: ['storage', 'network', 'identity'],
};
const CALENDARS: Record<string, Record<string, string>> = {
  search: {
    'postmortems/time-zone': 'America/New_York',
    'postmortems/holidays': 'US-NY',
  },
  storage: {
    'postmortems/time-zone': 'Europe/Berlin',
    'postmortems/holidays': 'DE-BE',
  },
  network: {
    'postmortems/time-zone': 'Asia/Tokyo',
    'postmortems/holidays': 'JP',
  },
};
export const TEAMS = Object.values(DEPARTMENTS).flat();

/** The members of a team. One of them is also in the next team. */
export function membersOf(team: string): string[] {
  const next = TEAMS[(TEAMS.indexOf(team) + 1) % TEAMS.length];
  return [`${team}-1`, `${team}-2`, `${team}-3`, `${next}-1`].map(
    name => `user:default/${name}`,
  );
}

export const departmentOf = (team: string) =>
  Object.keys(DEPARTMENTS).find(each => DEPARTMENTS[each].includes(team))!;

function entity(
  kind: string,
  name: string,
  relations: [string, string][] = [],
  annotations: Record<string, string> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', annotations },
    relations: relations.map(([type, targetRef]) => ({ type, targetRef })),
  };
}

export const COMPANY: Entity[] = [
  ...Object.entries(DEPARTMENTS).flatMap(([department, teams]) => [
    entity('Group', department, [
      ['hasMember', `user:default/${department}-head`],
      ...teams.map((team): [string, string] => [
        'parentOf',
        `group:default/${team}`,
      ]),
    ]),
    entity('User', `${department}-head`),
  ]),
  ...TEAMS.flatMap(team => [
    entity(
      'Group',
      team,
      [
        ['childOf', `group:default/${departmentOf(team)}`],
        ...membersOf(team).map((ref): [string, string] => ['hasMember', ref]),
      ],
      CALENDARS[team],
    ),
    entity('Component', `${team}-api`, [['ownedBy', `group:default/${team}`]]),
    ...[1, 2, 3].map(n => entity('User', `${team}-${n}`)),
  ]),
];

/** Thrown when an instance crashes; its current work stays undone. */
class Killed extends Error {}

/** Failures to simulate. */
export interface FaultPlan {
  /** Called before each database access. */
  failsAtDatabase: () => boolean;
  /** Called before and after each notification. */
  diesAtSending: () => boolean;
  /** Called before each notification: whether the notifications plugin is down. */
  notificationsDown: () => boolean;
}

/** A backend instance, reduced to messages. */
export interface Instance {
  ctx: ServiceContext;
  messenger: Messenger;
  isDead: () => boolean;
}

/**
 * Starts an instance on a shared database.
 *
 * @param options - `send` receives the messages
 */
export function startInstance(options: {
  knex: Knex;
  clock: () => Date;
  entities?: Entity[];
  permissionsEnabled?: boolean;
  faults?: FaultPlan;
  send: (notification: NotificationSendOptions) => void | Promise<void>;
}): Instance {
  const { faults } = options;
  let dead = false;
  const die = () => {
    dead = true;
    throw new Killed();
  };
  const live = () => {
    if (dead || faults?.failsAtDatabase()) die();
  };
  // Instances see each other's work only through the database.
  const knex = new Proxy(options.knex, {
    apply(target, self, args) {
      live();
      return Reflect.apply(target as never, self, args);
    },
    get(target, property, receiver) {
      if (property === 'transaction') live();
      return Reflect.get(target, property, receiver);
    },
  });
  const config = mockServices.rootConfig();
  const policy = readPolicyConfig(config);
  const ctx = {
    ...createSharedContext({
      knex,
      policy,
      linking: new Linking(
        new CatalogLookup({
          catalog: catalogServiceMock({
            entities: options.entities ?? COMPANY,
          }),
          logger: mockServices.logger.mock(),
          sleep: async () => {},
        }),
      ),
      clock: options.clock,
      onCommitted: () => {},
    }),
    access: FULL_ACCESS,
  };
  const messenger = new Messenger({
    ctx,
    rules: readRemindersConfig(config, policy.severities),
    permissionsEnabled: options.permissionsEnabled ?? false,
    auth: mockServices.auth(),
    counters: { notification: () => {} },
    logger: mockServices.logger.mock(),
    notifications: {
      async send(notification) {
        if (dead || faults?.diesAtSending()) die();
        if (faults?.notificationsDown()) throw new Error('503');
        await options.send(notification);
        if (faults?.diesAtSending()) die();
      },
    },
  });
  return { ctx, messenger, isDead: () => dead };
}

/** The service of an instance, for making changes. */
export function serviceOf(ctx: ServiceContext) {
  const service = createDefaultPostmortemsService(
    ctx,
    new TicketSync({
      ctx,
      trackers: [],
      config: readTicketsConfig(mockServices.rootConfig()),
      appUrl: '',
      logger: mockServices.logger.mock(),
      random: () => 0,
    }),
    intakeOf(ctx, {
      sources: [],
      entities: [],
      logger: mockServices.logger.mock(),
    }),
  );
  const as = (user: string) => ({ credentials: mockCredentials.user(user) });
  return { service, as };
}
