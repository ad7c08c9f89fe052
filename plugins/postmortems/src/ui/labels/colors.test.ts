import { createTheme, getContrastRatio } from '@material-ui/core/styles';
import { palettes } from '@backstage/theme';
import { subtleColor } from '../layout/subtleColor';
import { severityColors } from './severityColors';
import { statusColors } from './statusColors';

/** Blends an `rgba` color with an opaque background. */
function over(color: string, background: string): string {
  const alpha = Number(/([\d.]+)\)$/.exec(color)?.[1]);
  const channels = (text: string) =>
    text.startsWith('#')
      ? [1, 3, 5].map(i => parseInt(text.slice(i, i + 2), 16))
      : (text.match(/\d+/g) ?? []).slice(0, 3).map(Number);
  const under = channels(background);
  return `rgb(${channels(color)
    .map((c, i) => Math.round(c * alpha + under[i] * (1 - alpha)))
    .join(', ')})`;
}

describe.each(['light', 'dark'] as const)('in the %s theme', type => {
  // The new frontend system has its own gray page background.
  const backgrounds = [
    ...Object.values(palettes[type].background),
    type === 'light' ? '#f5f5f5' : '#333333',
  ];

  it.each([1, 2, 3, 5, 10])('severities of a scale of %i are readable', n => {
    for (let rank = 1; rank <= n; rank++) {
      const { background, text } = severityColors(rank, n, type);
      expect(getContrastRatio(background, text)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('pales with lower severity', () => {
    const contrasts = [1, 2, 3, 4, 5].map(rank =>
      getContrastRatio(
        severityColors(rank, 5, type).background,
        palettes[type].background.paper,
      ),
    );
    expect(contrasts).toEqual([...contrasts].sort((a, b) => b - a));
  });

  it('overdue is readable in hovered and selected rows', () => {
    const rows =
      type === 'light' ? ['#f5f5f5', '#ebf1f9'] : ['#515151', '#604d54'];
    for (const background of rows) {
      expect(
        getContrastRatio(statusColors(type).overdue, background),
      ).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('text is readable on page and paper', () => {
    const subtle = subtleColor(createTheme({ palette: { type } }));
    for (const background of backgrounds) {
      for (const color of [
        ...Object.values(statusColors(type)),
        over(subtle, background),
      ]) {
        expect(getContrastRatio(color, background)).toBeGreaterThanOrEqual(4.5);
      }
    }
  });
});
