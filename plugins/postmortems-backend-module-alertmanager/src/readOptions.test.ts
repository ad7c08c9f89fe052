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
import { readOptions } from './readOptions';

const read = (data: JsonObject) =>
  readOptions(mockServices.rootConfig({ data }));

it('has sensible options where nothing is configured', () => {
  expect(read({})).toEqual({
    username: undefined,
    signatureHeader: 'x-grafana-alerting-signature',
    timestampHeader: undefined,
    match: { severity: ['critical'] },
    newAfterMs: 4 * 60 * 60 * 1000,
    severityLabel: 'severity',
    serviceLabels: ['service'],
  });
});

it('reads what is configured', () => {
  expect(
    read({
      username: 'prom',
      signatureHeader: 'X-Sig',
      timestampHeader: 'X-Time',
      match: { severity: ['critical', 'page'], env: 'production' },
      newAfter: { minutes: 30 },
      severityLabel: 'priority',
      serviceLabels: ['app', 'service'],
    }),
  ).toEqual({
    username: 'prom',
    signatureHeader: 'x-sig',
    timestampHeader: 'x-time',
    match: { severity: ['critical', 'page'], env: ['production'] },
    newAfterMs: 30 * 60 * 1000,
    severityLabel: 'priority',
    serviceLabels: ['app', 'service'],
  });
});

it.each<[JsonObject, string]>([
  [{ match: {} }, 'must name at least one label'],
  [{ match: { severity: [] } }, 'match.severity'],
  [{ match: { severity: 7 } }, 'match.severity'],
  [{ newAfter: 'soon' }, 'newAfter'],
])('refuses %j', (data, message) => {
  expect(() => read(data)).toThrow(message);
});
