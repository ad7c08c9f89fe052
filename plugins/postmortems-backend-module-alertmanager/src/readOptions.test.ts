import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { readOptions } from './readOptions';

const read = (data: JsonObject) =>
  readOptions(mockServices.rootConfig({ data }));

it('has defaults', () => {
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

it('reads the configuration', () => {
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
  [{ match: {} }, 'must have at least one label'],
  [{ match: { severity: [] } }, 'match.severity'],
  [{ match: { severity: 7 } }, 'match.severity'],
  [{ newAfter: 'soon' }, 'newAfter'],
])('refuses %j', (data, message) => {
  expect(() => read(data)).toThrow(message);
});
