import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { IncidentIoClient } from './IncidentIoClient';
import { readOptions } from './readOptions';

const read = (own: JsonObject, rest: JsonObject = {}) =>
  readOptions(
    mockServices.rootConfig({ data: own }),
    mockServices.rootConfig({ data: rest }),
  );

it('has defaults', () => {
  expect(read({})).toMatchObject({
    client: undefined,
    serviceFields: undefined,
    entityKinds: {},
    timestamps: { resolvedAt: ['resolved at'] },
  });
});

it('reads the fields configured for the incident.io plugin', () => {
  const plugin = {
    incident: { fields: { component: 'F1', system: 'F2', group: 'F3' } },
  };
  expect(read({}, plugin)).toMatchObject({
    serviceFields: ['F1', 'F2'],
    entityKinds: { F1: 'component', F2: 'system' },
  });
  expect(read({ serviceFields: ['Product'] }, plugin)).toMatchObject({
    serviceFields: ['Product'],
    entityKinds: { F1: 'component', F2: 'system' },
  });
});

it('reads the configuration', () => {
  const options = read({
    apiKey: 'key',
    timestamps: { startedAt: 'Customers Noticed' },
  });
  expect(options.client).toBeInstanceOf(IncidentIoClient);
  expect(options.timestamps).toMatchObject({
    startedAt: ['customers noticed'],
    acknowledgedAt: ['accepted at'],
  });
});
