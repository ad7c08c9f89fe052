import { changesOfSnapshot, type IncidentSnapshot } from './snapshot';

const snapshot: IncidentSnapshot = {
  incident: 'I1',
  at: '2026-03-10T10:00:00.000Z',
  declaredAt: '2026-03-10T09:14:00.000Z',
  description: { title: 'Checkout down', private: true },
  severity: 'P1',
  times: {
    startedAt: '2026-03-10T09:00:00.000Z',
    resolvedAt: '2026-03-10T09:58:00.000Z',
  },
  services: [{ id: 'S1', name: 'Checkout' }],
  people: [
    { person: { email: 'ana@example.com' }, role: 'Incident Commander' },
    { person: { email: 'bo@example.com' }, role: 'Ops', commander: true },
    { person: { name: 'Cleo' }, role: 'Misleading Scribe' },
    { person: {}, role: 'Scribe' },
  ],
};
const tell = (more: Partial<IncidentSnapshot> = {}) =>
  changesOfSnapshot({ ...snapshot, ...more });

it('reports all facts as of its time', () => {
  const [declared, ...others] = tell();
  expect(declared).toMatchObject({ kind: 'declared', at: snapshot.declaredAt });
  expect(new Set(others.map(({ at }) => at))).toEqual(new Set([snapshot.at]));
  expect(others).toMatchObject([
    { kind: 'described', title: 'Checkout down', private: true },
    { kind: 'severity-changed', severity: 'P1' },
    { kind: 'services-changed', services: [{ id: 'S1' }] },
    { person: { email: 'ana@example.com' }, commander: true },
    { person: { email: 'bo@example.com' }, commander: true },
    { person: { name: 'Cleo' }, commander: false },
    { kind: 'times-changed', ...snapshot.times },
  ]);
});

it('reports no unknown times', () => {
  expect(tell({ times: undefined }).map(({ kind }) => kind)).not.toContain(
    'times-changed',
  );
});

it('reports an end only if there is one', () => {
  const at = '2026-03-10T09:50:00.000Z';
  expect(
    tell({ cancelled: { at, reason: 'No impact' }, mergedInto: 'I2' }).slice(
      -2,
    ),
  ).toMatchObject([
    { kind: 'cancelled', at, reason: 'No impact' },
    { kind: 'merged', at: snapshot.at, into: 'I2' },
  ]);
});

it('gives a change a new key in each snapshot', () => {
  const keys = (more = {}) => tell(more).map(({ key }) => key);
  expect(keys()).toEqual(keys());
  expect(new Set(keys()).size).toBe(keys().length);
  const later = keys({ at: '2026-03-10T11:00:00.000Z' });
  expect(later[0]).toBe(keys()[0]);
  expect(later.slice(1).filter(key => keys().includes(key))).toEqual([]);
});
