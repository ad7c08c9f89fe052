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

import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { readPolicyConfig } from '../policy';
import { readIncidentsConfig } from './readIncidentsConfig';

function read(postmortems?: JsonObject) {
  const config = mockServices.rootConfig({ data: { postmortems } });
  return readIncidentsConfig(config, readPolicyConfig(config).severities);
}

describe('The configuration of incidents', () => {
  it('may be left out', () => {
    const config = read();
    expect(config).toMatchObject({
      counting: {
        severities: undefined,
        exclude: { sources: [], labels: ['drill', 'test'] },
      },
      keepDeliveriesMs: 30 * 24 * 3_600_000,
      maxRequestsPerMinute: 600,
    });
    expect(config.rulesOf('pagerduty')).toEqual({
      severities: new Map(),
      services: new Map(),
      matchByName: true,
      defaultEntities: [],
    });
  });

  it('is read in all its parts', () => {
    const config = read({
      incidents: {
        severities: ['critical'],
        exclude: { sources: ['rootly'], labels: ['Staging'] },
        keepDeliveries: { days: 2 },
        maxRequestsPerMinute: 5,
      },
      incidentSources: {
        pagerduty: {
          secrets: ['of its module'],
          severities: { 'Sev One': 'P1' },
          services: { PABC: 'component:Checkout', Shop: ['system:x/shop'] },
          matchByName: false,
          defaultEntities: ['system:default/shop'],
        },
      },
    });
    expect(config).toMatchObject({
      counting: {
        severities: ['SEV-1'],
        exclude: { sources: ['rootly'], labels: ['staging'] },
      },
      keepDeliveriesMs: 2 * 24 * 3_600_000,
      maxRequestsPerMinute: 5,
    });
    expect(config.rulesOf('pagerduty')).toEqual({
      severities: new Map([['sev one', 'SEV-1']]),
      services: new Map([
        ['pabc', ['component:default/checkout']],
        ['shop', ['system:x/shop']],
      ]),
      matchByName: false,
      defaultEntities: ['system:default/shop'],
    });
  });

  it.each<[JsonObject, string]>([
    [
      { incidents: { severity: 'P1' } },
      'postmortems.incidents: must not have severity, only severities, exclude, keepDeliveries, maxRequestsPerMinute',
    ],
    [
      { incidents: { exclude: { teams: [] } } },
      'postmortems.incidents.exclude: must not have teams, only sources, labels',
    ],
    [
      { incidents: { severities: ['P9'] } },
      'postmortems.incidents.severities: must be one of SEV-1',
    ],
    [
      { incidents: { maxRequestsPerMinute: 0 } },
      'postmortems.incidents.maxRequestsPerMinute: must be a whole number',
    ],
    [
      { incidentSources: { rootly: { severities: { Bad: 'P9' } } } },
      'postmortems.incidentSources.rootly.severities: must be one of SEV-1',
    ],
    [
      { incidentSources: { rootly: { services: { Shop: 'shop' } } } },
      'postmortems.incidentSources.rootly.services: must be entities such as component:default/checkout, not "shop"',
    ],
    [
      { incidentSources: { rootly: { defaultEntities: ['shop'] } } },
      'postmortems.incidentSources.rootly.defaultEntities: must be entities',
    ],
  ])('is refused where it is wrong: %j', (postmortems, message) => {
    expect(() => read(postmortems)).toThrow(
      `Invalid configuration: ${message}`,
    );
  });
});
