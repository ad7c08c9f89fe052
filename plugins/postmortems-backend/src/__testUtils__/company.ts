/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import type { Knex } from 'knex';
import { CatalogLookup } from '../catalog/CatalogLookup';
import { Linking } from '../catalog/Linking';
import { Messenger } from '../notifications/Messenger';
import { readPolicyConfig } from '../policy';
import { readRemindersConfig } from '../reminders';
import { createDefaultPostmortemsService } from '../service/DefaultPostmortemsService';
import { createServiceContext } from '../service/ServiceContext';
import type { ServiceContext } from '../service/ServiceContext';
import { readTicketsConfig } from '../tickets/readTicketsConfig';
import { TicketSync } from '../tickets/TicketSync';
import { intakeOf } from './intakeInstance';

/** Numbers from 0 up to 1, the same ones for the same seed. */
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

/** A company of six teams in three time zones below two departments, each with a head. */
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

/** Who is in a team; one person in each is in the next team too. */
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

/** Thrown where an instance dies; what it was doing stays undone. */
class Killed extends Error {}

/** Ways to die, which tests decide over. */
export interface Fate {
  /** Asked before each use of the database. */
  diesAtDatabase: () => boolean;
  /** Asked before and after each notification. */
  diesAtSending: () => boolean;
  /** Asked before each notification: whether the portal's notifications answer. */
  notificationsDown: () => boolean;
}

/** An instance of the backend, as far as messages go. */
export interface Instance {
  ctx: ServiceContext;
  messenger: Messenger;
  isDead: () => boolean;
}

/**
 * Starts an instance on a database that others may be using.
 *
 * @param options - `send` receives what is sent
 */
export function startInstance(options: {
  knex: Knex;
  clock: () => Date;
  entities?: Entity[];
  fate?: Fate;
  send: (notification: NotificationSendOptions) => void | Promise<void>;
}): Instance {
  const { fate } = options;
  let dead = false;
  const die = () => {
    dead = true;
    throw new Killed();
  };
  const live = () => {
    if (dead || fate?.diesAtDatabase()) die();
  };
  // Whatever an instance does is seen by others only through the database.
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
  const ctx = createServiceContext({
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
  });
  const messenger = new Messenger({
    ctx,
    rules: readRemindersConfig(config, policy.severities),
    auth: mockServices.auth(),
    logger: mockServices.logger.mock(),
    notifications: {
      async send(notification) {
        if (dead || fate?.diesAtSending()) die();
        if (fate?.notificationsDown()) throw new Error('503');
        await options.send(notification);
        if (fate?.diesAtSending()) die();
      },
    },
  });
  return { ctx, messenger, isDead: () => dead };
}

/** The service of an instance, to make the changes that people make. */
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
