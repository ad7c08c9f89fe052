import { getContrastRatio, hslToRgb } from '@material-ui/core/styles';

const DARK_TEXT = '#1d1135';

/**
 * Colors for a severity, in a single hue from strong (most severe) to pale. The hue is violet,
 * because red means overdue and blue means link. Pale is close to the page color: light in light
 * themes, dim in dark ones. Text is black or white, whichever has a contrast of at least 4.5.
 *
 * @param rank - 1 is the most severe
 * @param total - number of severities
 */
export function severityColors(
  rank: number,
  total: number,
  type: 'light' | 'dark',
): { background: string; text: string } {
  const place =
    total <= 1 ? 0 : Math.min(1, Math.max(0, (rank - 1) / (total - 1)));
  const paleness = place ** 0.7;
  const [saturation, lightness] =
    type === 'light'
      ? [58 - 18 * paleness, 28 + 63 * paleness]
      : [85 - 70 * paleness, 62 - 28 * paleness];
  const background = hslToRgb(`hsl(262, ${saturation}%, ${lightness}%)`);
  const text =
    ['#ffffff', DARK_TEXT].find(
      color => getContrastRatio(background, color) >= 4.5,
    ) ?? '#000000';
  return { background, text };
}
