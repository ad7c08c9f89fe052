import type { Theme } from '@material-ui/core/styles';

/**
 * A secondary text color with a contrast of 4.5 on the page. The theme's own color is too light.
 */
export function subtleColor(theme: Theme): string {
  return theme.palette.type === 'light'
    ? 'rgba(0, 0, 0, 0.62)'
    : 'rgba(255, 255, 255, 0.75)';
}
