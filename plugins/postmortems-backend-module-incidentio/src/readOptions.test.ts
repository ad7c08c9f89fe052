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
import { IncidentIoClient } from './IncidentIoClient';
import { readOptions } from './readOptions';

const read = (own: JsonObject, rest: JsonObject = {}) =>
  readOptions(
    mockServices.rootConfig({ data: own }),
    mockServices.rootConfig({ data: rest }),
  );

it('has sensible options where nothing is configured', () => {
  expect(read({})).toMatchObject({
    client: undefined,
    serviceFields: undefined,
    entityKinds: {},
    timestamps: { resolvedAt: ['resolved at'] },
  });
});

it('knows the fields that the plugin of incident.io is told', () => {
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

it('reads what is configured', () => {
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
