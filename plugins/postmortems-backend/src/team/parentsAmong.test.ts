import fc from 'fast-check';
import { parentsAmong } from './parentsAmong';
import { ancestorsOf } from './refreshTeamHierarchy';

const TEAMS = ['a', 'b', 'c', 'd', 'e', 'f'];

/** Any hierarchy, also with several parents and cycles. */
const hierarchy = fc
  .array(fc.subarray(TEAMS, { maxLength: 2 }), {
    minLength: TEAMS.length,
    maxLength: TEAMS.length,
  })
  .map(parents => new Map(TEAMS.map((team, index) => [team, parents[index]])));

it('finds parents from which all ancestors follow, without cycles', () => {
  fc.assert(
    fc.property(hierarchy, parents => {
      const ancestors = ancestorsOf(parents);
      const found = parentsAmong(TEAMS, ancestors);
      const reached = ancestorsOf(found);
      for (const team of TEAMS) {
        const expected = [...ancestors.get(team)!].filter(
          each => !ancestors.get(each)!.has(team),
        );
        expect([...reached.get(team)!].sort()).toEqual(expected.sort());
        expect(reached.get(team)).not.toContain(team);
      }
    }),
  );
});

it('skips levels that are not among the teams', () => {
  expect(
    parentsAmong(['a', 'c'], new Map([['c', new Set(['a'])]])).get('c'),
  ).toEqual(['a']);
});
