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

import {
  chooseTarget,
  parseTicketTarget,
  ticketTargetsOf,
} from './ticketTargets';

const group = (annotation?: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: {
    name: 'checkout',
    annotations: annotation
      ? { 'postmortems/ticket-tracker': annotation }
      : undefined,
  },
});

it('reads targets, and passes over what is none', () => {
  expect(parseTicketTarget(' github:ghe.example.com:8443/acme/shop ')).toEqual({
    tracker: 'github',
    project: 'ghe.example.com:8443/acme/shop',
  });
  for (const none of [
    'github',
    'github:',
    ':OPS',
    'Git Hub:x',
    'jira:O PS',
    `jira:${'O'.repeat(256)}`,
  ]) {
    expect(parseTicketTarget(none)).toBeUndefined();
  }
  expect(ticketTargetsOf(group())).toEqual([]);
  expect(
    ticketTargetsOf(group('github:acme/shop, nonsense, jira:OPS')),
  ).toEqual([
    { tracker: 'github', project: 'acme/shop' },
    { tracker: 'jira', project: 'OPS' },
  ]);
});

describe('chooseTarget', () => {
  const teams = [
    { ref: 'group:default/none', targets: [] },
    {
      ref: 'group:default/checkout',
      targets: [
        { tracker: 'github', project: 'acme/shop' },
        { tracker: 'jira', project: 'OPS' },
      ],
    },
  ];
  const defaultTarget = { tracker: 'jira', project: 'ALL' };
  const trackers = ['github', 'jira'];

  it('takes the first of the teams that says anything', () => {
    expect(chooseTarget({ teams, defaultTarget, trackers })).toEqual({
      tracker: 'github',
      project: 'acme/shop',
    });
    expect(
      chooseTarget({ teams, defaultTarget, trackers, tracker: 'jira' }),
    ).toEqual({ tracker: 'jira', project: 'OPS' });
    expect(chooseTarget({ teams: [], defaultTarget, trackers })).toBe(
      defaultTarget,
    );
  });

  it('says what is missing', () => {
    expect(() =>
      chooseTarget({ teams: [], defaultTarget, trackers, tracker: 'github' }),
    ).toThrow(/where in github the ticket .* on the owning team, or/);
    expect(() => chooseTarget({ teams, trackers: ['jira'] })).toThrow(
      'The ticket should be made in github, but this portal has only jira',
    );
    expect(() => chooseTarget({ teams, trackers: [] })).toThrow(
      /has no ticket tracker/,
    );
  });
});
