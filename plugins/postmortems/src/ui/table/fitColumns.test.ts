import { fitColumns } from './fitColumns';

const columns = [
  { name: 'severity', width: 100, priority: 1 },
  { name: 'status', width: 80, priority: 3 },
  { name: 'owner', width: 150, priority: 2 },
  { name: 'started', width: 200, priority: 1 },
];

describe('fitColumns', () => {
  it.each([
    [undefined, ['severity', 'status', 'owner', 'started'], false],
    [1000, ['severity', 'status', 'owner', 'started'], false],
    [800, ['severity', 'owner', 'started'], false],
    [700, ['severity', 'started'], false],
    // Too narrow beside the title, wide enough below it.
    [580, ['severity', 'started'], false],
    [375, ['severity', 'started'], true],
  ])('at %s pixels shows %j', (width, names, narrow) => {
    const fitted = fitColumns(columns, width);
    expect(fitted.shown.map(each => each.name)).toEqual(names);
    expect(fitted.narrow).toBe(narrow);
  });
});
