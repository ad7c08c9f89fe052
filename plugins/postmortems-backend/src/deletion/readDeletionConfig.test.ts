import { ConfigReader } from '@backstage/config';
import { readDeletionConfig } from './readDeletionConfig';

const read = (deletion?: object) =>
  readDeletionConfig(
    new ConfigReader({ postmortems: deletion && { deletion } } as object),
  );

it('reads the retention', () => {
  const day = 86_400_000;
  expect(read().retentionMs).toBe(90 * day);
  expect(read({ retention: { days: 7 } }).retentionMs).toBe(7 * day);
  expect(read({ retention: 'P1D' }).retentionMs).toBe(day);
});

it.each([
  [
    { keep: { days: 7 } },
    'postmortems.deletion: has unknown keys: keep. Use retention',
  ],
  [{ retention: { days: 0 } }, 'must be longer than zero'],
  [{ retention: 'soon' }, 'retention'],
])('refuses %j', (deletion, message) => {
  expect(() => read(deletion)).toThrow(message);
});
