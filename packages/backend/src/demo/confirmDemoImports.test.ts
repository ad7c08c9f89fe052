import { mockServices } from '@backstage/backend-test-utils';
import { confirmDemoImports } from './confirmDemoImports';

describe('confirmDemoImports', () => {
  it('waits for the portal, and confirms in batches of a hundred', async () => {
    const logger = mockServices.logger.mock();
    const wait = jest.fn(async () => {});
    const ids = Array.from({ length: 101 }, (_, n) => `PM-${n + 1}`);
    const sizes: number[] = [];
    let failures = 1;

    await confirmDemoImports({
      ids,
      confirm: async ({ items }) => {
        if (failures-- > 0) throw new Error('connect ECONNREFUSED');
        sizes.push(items.length);
        return {
          results: items.map(({ id }) => ({
            id,
            error: { name: 'ConflictError', message: 'nothing to confirm' },
          })),
        };
      },
      wait,
      logger,
    });
    expect(sizes).toEqual([100, 1]);
    expect(wait.mock.calls).toEqual([[1_000]]);
    expect(logger.info.mock.calls).toEqual([
      ['Demo content: 0 imports confirmed'],
    ]);
  });
});
