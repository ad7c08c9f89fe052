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

describe('EntityIndex', () => {
  it.each([
    [['P1'], ['component:default/search']],
    [['P2'], ['component:default/search', 'component:default/ranking']],
    [['P3', 'K'], ['component:default/ranking']],
    [['P3', ''], []],
  ])('by annotation: %j', (values, refs) => {
    expect(index.byAnnotation([ID, KEY], values)).toEqual(refs);
  });

  it('matches annotations of one source only', () => {
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

  it('suggests similar names', () => {
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
