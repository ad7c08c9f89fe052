import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { readPolicyConfig } from '../policy/readPolicyConfig';
import { readIncidentsConfig } from './readIncidentsConfig';

function read(postmortems?: JsonObject) {
  const config = mockServices.rootConfig({ data: { postmortems } });
  return readIncidentsConfig(config, readPolicyConfig(config).severities);
}

describe('The configuration of incidents', () => {
  it('is optional', () => {
    const config = read();
    expect(config).toMatchObject({
      counting: {
        severities: undefined,
        exclude: { sources: [], labels: ['drill', 'test'] },
      },
      keepDeliveriesMs: 30 * 24 * 3_600_000,
      maxRequestsPerMinute: 600,
      maxDeliveryBytes: 1024 ** 2,
    });
    expect(config.rulesOf('pagerduty')).toEqual({
      severities: new Map(),
      services: new Map(),
      matchByName: true,
      defaultEntities: [],
    });
  });

  it('is read completely', () => {
    const config = read({
      incidents: {
        severities: ['critical'],
        exclude: { sources: ['rootly'], labels: ['Staging'] },
        keepDeliveries: { days: 2 },
        maxRequestsPerMinute: 5,
        maxDeliverySize: '512 kB',
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
      maxDeliveryBytes: 512 * 1024,
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
      'postmortems.incidents: has unknown keys: severity. Use severities, exclude, keepDeliveries, maxRequestsPerMinute',
    ],
    [
      { incidents: { exclude: { teams: [] } } },
      'postmortems.incidents.exclude: has unknown keys: teams. Use sources, labels',
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
  ])('is rejected if wrong: %j', (postmortems, message) => {
    expect(() => read(postmortems)).toThrow(
      `Invalid configuration: ${message}`,
    );
  });
});
