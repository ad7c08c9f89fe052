import { truncateText } from './truncateText';

it.each([
  ['short', 10, 'short'],
  ['exactly ten', 11, 'exactly ten'],
  [`${'x'.repeat(9)}🔥 fire`, 10, 'x'.repeat(9)],
  [`${'x'.repeat(8)}🔥 fire`, 10, `${'x'.repeat(8)}🔥`],
  ['ab👨‍👩‍👧‍👦', 8, 'ab'],
  ['nae\u0308x', 3, 'na'],
  ['🇩🇪🇫🇷', 6, '🇩🇪'],
])('cuts %j at %d code units to %j', (text, max, cut) => {
  expect(truncateText(text, max)).toBe(cut);
});

it('cuts a character that exceeds the maximum', () => {
  const stacked = `e${'\u0301'.repeat(300)}`;
  expect(truncateText(stacked, 200)).toHaveLength(200);
  expect(truncateText('🔥', 1)).toBe('');
  expect(() =>
    encodeURIComponent(truncateText(`🔥${'\u200d🔥'.repeat(300)}`, 10)),
  ).not.toThrow();
});
