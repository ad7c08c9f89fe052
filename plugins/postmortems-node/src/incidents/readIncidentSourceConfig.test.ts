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
  const said = (level: 'info' | 'warn') =>
    logger[level].mock.calls.map(([message]) => message);
  return { result, infos: said('info'), warnings: said('warn') };
}

it('returns the secrets and other options', () => {
  const { result, infos, warnings } = read({
    secrets: ['new', 'old'],
    more: 'x',
  });
  expect(result?.secrets).toEqual(['new', 'old']);
  expect(result?.config.getString('more')).toBe('x');
  expect([...infos, ...warnings]).toEqual([]);
});

it('logs a missing configuration', () => {
  const { result, infos, warnings } = read();
  expect(result).toBeUndefined();
  expect(infos).toEqual([
    'Incident source rootly is disabled: postmortems.incidentSources.rootly is not configured',
  ]);
  expect(warnings).toEqual([]);
});

it.each([[{}], [{ secrets: [] }]])(
  'warns about a missing secret in %j',
  source => {
    const { result, warnings } = read(source);
    expect(result).toBeUndefined();
    expect(warnings).toEqual([
      expect.stringContaining('postmortems.incidentSources.rootly.secrets'),
    ]);
  },
);

it.each([[['good', '']], ['good'], [[7]]])('rejects %j as secrets', secrets => {
  expect(() => read({ secrets })).toThrow('incidentSources.rootly.secrets');
});
