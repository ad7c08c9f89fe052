import { mentionsIn } from './mentionsIn';

describe('mentions in Markdown', () => {
  it.each([
    ['@grace, could you check?', ['user:default/grace']],
    ['Ask @Grace.Hopper.', ['user:default/grace.hopper']],
    ['(@ops/grace-2) and **@bob**', ['user:ops/grace-2', 'user:default/bob']],
    ['@user:default/grace @grace', ['user:default/grace']],
    ['user:ops/grace knows', ['user:ops/grace']],
    ['- @ana\n- @bo.chen', ['user:default/ana', 'user:default/bo.chen']],
    ['[Grace](user:default/grace)', ['user:default/grace']],
  ])('%s', (markdown, refs) => {
    expect(mentionsIn(markdown)).toEqual(refs);
  });

  it.each([
    'grace@example.com',
    'grace',
    'a lone @ sign',
    'https://example.com/@grace',
    'the user: grace',
    'group:default/platform',
    '`@grace` and ``user:default/`grace` ``',
    '```\n@grace\n```',
    '~~~sql\nselect @grace\n~~~',
    '```\n@grace, never closed',
  ])('mentions nobody: %s', markdown => {
    expect(mentionsIn(markdown)).toEqual([]);
  });

  it('reads the longest text quickly', () => {
    for (const part of ['@', '@a/', '`', '```\n', 'user:', '@a']) {
      const started = performance.now();
      mentionsIn(part.repeat(10_000 / part.length));
      expect(performance.now() - started).toBeLessThan(2_000);
    }
  });
});
