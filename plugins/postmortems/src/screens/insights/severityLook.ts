import type { Theme } from '@material-ui/core/styles';
import type { PolicyInForce } from 'backstage-plugin-postmortems-common';
import { textures } from '../../ui/charts/textures';
import type { SeriesLook } from '../../ui/charts/textures';
import { PAPER } from '../../ui/charts/usePictureStyles';
import { severityColors } from '../../ui/labels/severityColors';

/** How a chart draws a severity. Severities that are no longer configured are hollow. */
export function severityLook(
  severity: string,
  severities: PolicyInForce['severities'] | undefined,
  theme: Theme,
): SeriesLook {
  const rank = severities?.find(({ id }) => id === severity)?.rank;
  if (!severities || !rank) {
    return { texture: 'hollow', fill: PAPER };
  }
  const { background } = severityColors(
    rank,
    severities.length,
    theme.palette.type,
  );
  return {
    texture: textures[(rank - 1) % textures.length],
    fill: background,
  };
}
