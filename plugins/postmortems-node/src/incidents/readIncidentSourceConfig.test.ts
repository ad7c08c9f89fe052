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
import { readIncidentSourceConfig } from './readIncidentSourceConfig';

function read(source?: object) {
  const logger = mockServices.logger.mock();
  const rootConfig = mockServices.rootConfig({
    data: source
      ? { postmortems: { incidentSources: { rootly: source as never } } }
      : {},
  });
  const result = readIncidentSourceConfig({ id: 'rootly', rootConfig, logger });
  return { result, said: logger.info.mock.calls.map(([message]) => message) };
}

it('gives the secrets and the rest', () => {
  const { result, said } = read({ secrets: ['new', 'old'], more: 'x' });
  expect(result?.secrets).toEqual(['new', 'old']);
  expect(result?.config.getString('more')).toBe('x');
  expect(said).toEqual([]);
});

it.each([[undefined], [{}], [{ secrets: [] }]])(
  'says that there is no secret in %j',
  source => {
    const { result, said } = read(source);
    expect(result).toBeUndefined();
    expect(said).toEqual([
      expect.stringContaining('postmortems.incidentSources.rootly.secrets'),
    ]);
  },
);

it.each([[['good', '']], ['good'], [[7]]])('refuses %j as secrets', secrets => {
  expect(() => read({ secrets })).toThrow('incidentSources.rootly.secrets');
});
