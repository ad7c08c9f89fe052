import { mockServices } from '@backstage/backend-test-utils';
import { importPostmortemSchema } from 'backstage-plugin-postmortems-common';
import { importDemoContent } from './importDemoContent';

function document(importKey: string, startedAt: string) {
  return importPostmortemSchema.parse({
    importKey,
    title: importKey,
    severity: 'SEV-1',
    startedAt,
    entityRefs: ['component:default/storage'],
  });
}

const latest = document('latest', '2026-01-03T00:30:00+01:00');
const known = document('known', '2026-01-01T00:00:00Z');
const middle = document('middle', '2026-01-02T23:00:00Z');

describe('importDemoContent', () => {
  it('imports oldest first, waits for the catalog, and counts new imports', async () => {
    const logger = mockServices.logger.mock();
    const wait = jest.fn(async () => {});
    const attempts: string[] = [];

    await importDemoContent({
      documents: [latest, known, middle],
      importOne: async ({ importKey }) => {
        attempts.push(importKey);
        if (importKey === 'middle' && attempts.length < 4) {
          throw new Error('unknown entity');
        }
        return { id: 'PM-1', created: importKey !== 'known' };
      },
      wait,
      logger,
    });

    expect(attempts).toEqual(['known', 'middle', 'middle', 'middle', 'latest']);
    expect(wait.mock.calls).toEqual([[1_000], [2_000]]);
    expect(logger.warn).not.toHaveBeenCalled();
    expect(logger.info.mock.calls).toEqual([
      ['Demo content: 3 postmortems ready, 2 created'],
    ]);
  });

  it('skips and logs documents that keep failing', async () => {
    const logger = mockServices.logger.mock();
    const wait = jest.fn(async (_milliseconds: number) => {});

    await importDemoContent({
      documents: [known, middle, latest],
      importOne: async ({ importKey }) => {
        if (importKey === 'known') throw new Error('unknown severity');
        return { id: 'PM-1', created: true };
      },
      wait,
      logger,
    });

    const waited = wait.mock.calls.reduce((sum, [each]) => sum + each, 0);
    expect(waited).toBe(122_000);
    expect(logger.warn.mock.calls).toEqual([
      ['Demo content: importing known failed: Error: unknown severity'],
    ]);
    expect(logger.info.mock.calls).toEqual([
      ['Demo content: 2 postmortems ready, 2 created'],
    ]);
  });
});
