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

import type { Entity } from '@backstage/catalog-model';
import { EntityIndex } from './EntityIndex';

function entity(
  kind: string,
  name: string,
  metadata: Partial<Entity['metadata']> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, ...metadata },
  };
}

const ID = 'pagerduty.com/service-id';
const KEY = 'pagerduty.com/integration-key';

const index = new EntityIndex(
  [
    entity('Component', 'checkout-api', { title: 'Checkout API' }),
    entity('System', 'checkout-api'),
    entity('Component', 'search', { annotations: { [ID]: 'P1, P2 ,' } }),
    entity('Component', 'ranking', { annotations: { [ID]: 'p2', [KEY]: 'k' } }),
    entity('API', 'orders', { namespace: 'shop' }),
    entity('API', 'orders', { namespace: 'legacy' }),
    entity('API', 'Basket', { namespace: 'shop' }),
    entity('API', 'basket', { namespace: 'default' }),
    entity('Resource', 'twin-one', { title: 'Twin' }),
    entity('Resource', 'twin-two', { title: 'Twin' }),
  ],
  [ID, KEY],
);

describe('What entities are called', () => {
  it.each([
    [['P1'], ['component:default/search']],
    [['P2'], ['component:default/search', 'component:default/ranking']],
    [['P3', 'K'], ['component:default/ranking']],
    [['P3', ''], []],
  ])('by annotation: %j', (values, refs) => {
    expect(index.byAnnotation([ID, KEY], values)).toEqual(refs);
  });

  it('is asked by the annotations of one source only', () => {
    expect(index.byAnnotation([ID], ['k'])).toEqual([]);
  });

  it.each([
    ['Checkout API', 'component:default/checkout-api'],
    ['checkout_api', 'component:default/checkout-api'],
    ['CHECKOUTAPI', 'component:default/checkout-api'],
    ['basket', 'api:default/basket'],
    ['orders', undefined],
    ['twin', undefined],
    ['twin one', 'resource:default/twin-one'],
    ['checkout', undefined],
    ['--', undefined],
  ])('by name: %s', (name, ref) => {
    expect(index.byName(name)).toBe(ref);
  });

  it('suggests names that are like it', () => {
    expect(index.suggest('Chekout-Api', 2)).toEqual([
      { entityRef: 'component:default/checkout-api', title: 'Checkout API' },
      { entityRef: 'system:default/checkout-api', title: 'checkout-api' },
    ]);
    expect(index.suggest('Serch Service (prod)', 3)).toEqual([
      { entityRef: 'component:default/search', title: 'search' },
    ]);
    expect(index.suggest('Payroll Service', 3)).toEqual([]);
    expect(index.suggest('rankng', 3)).toEqual([
      { entityRef: 'component:default/ranking', title: 'ranking' },
    ]);
  });
});
