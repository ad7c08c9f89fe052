import { ConfigReader } from '@backstage/config';
import { chooseCommander, readCommanderRoles } from './commander';

const person = (name: string, role: string) => ({ person: { name }, role });
const commandersOf = (
  people: ReturnType<typeof person>[],
  roles = ['Incident Commander', 'Commander', 'Incident Lead'],
) =>
  chooseCommander(people, roles)
    .filter(({ commander }) => commander)
    .map(({ person: { name } }) => name);

it.each([
  [['Commander', 'Communications Lead', 'Deputy Commander']],
  [['Deputy Commander', 'Ops Lead', 'commander']],
  [['Incident Lead', 'Scribe', ' INCIDENT-COMMANDER ']],
  [['Commander', 'Incident Commander (shadow)', 'incident_lead']],
])('chooses one commander by the exact name of the role: %j', roles => {
  const people = roles.map(role => person(role, role));
  const [first] = commandersOf(people);
  expect(commandersOf(people)).toHaveLength(1);
  expect(first).toMatch(/^\s*(incident-)?commander\s*$/i);
  expect(
    chooseCommander(people, ['Commander']).map(({ role }) => role),
  ).toEqual(roles);
});

it('prefers the first role in the list, then the first person', () => {
  const people = [
    person('Ada', 'Incident Lead'),
    person('Bo', 'Commander'),
    person('Cleo', 'Commander'),
  ];
  expect(commandersOf(people)).toEqual(['Bo']);
  expect(commandersOf(people, ['Incident Lead', 'Commander'])).toEqual(['Ada']);
});

it('chooses no commander if no role matches', () => {
  const people = [person('Ada', 'Deputy Commander'), person('Bo', 'Ops Lead')];
  expect(commandersOf(people)).toEqual([]);
  expect(commandersOf(people, ['ops lead'])).toEqual(['Bo']);
});

it('reads role names from configuration, with defaults', () => {
  const read = (data: object) =>
    readCommanderRoles(new ConfigReader({ ...data }), 'rootly');
  expect(read({})).toContain('Commander');
  expect(read({ commanderRoles: ['Einsatzleitung'] })).toEqual([
    'Einsatzleitung',
  ]);
  for (const commanderRoles of [[], [' '], 'Commander', [7]]) {
    expect(() => read({ commanderRoles })).toThrow(
      'postmortems.incidentSources.rootly.commanderRoles',
    );
  }
});
