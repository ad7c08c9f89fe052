import { segmentsBelow } from './segmentsBelow';

describe('segmentsBelow', () => {
  it.each([
    ['/postmortems', '/postmortems', []],
    ['/postmortems', '/postmortems/', []],
    ['/postmortems', '/postmortems/PM-1', ['PM-1']],
    ['/postmortems', '/postmortems/PM%201/', ['PM 1']],
    ['/postmortems', '/postmortems/%E0%A4%A', ['%E0%A4%A']],
    ['/postmortems/', '/postmortems/all', ['all']],
    ['/', '/all', ['all']],
    ['/postmortems', '/postmortems-old/PM-1', []],
    ['/postmortems', '/catalog/default', []],
  ])('below %s, %s is %j', (root, pathname, segments) => {
    expect(segmentsBelow(root, pathname)).toEqual(segments);
  });
});
