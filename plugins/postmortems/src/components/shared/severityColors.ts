/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { getContrastRatio, hslToRgb } from '@material-ui/core/styles';

/** Dark enough to read on the pale ones, without the harshness of black. */
const DARK_TEXT = '#1d1135';

/**
 * The colours of a severity: one hue, from strong for the most severe to pale for the least.
 * Violet, because red means overdue and blue is the portal's links.
 *
 * Pale means near the page: light on a light one, dull and dim on a dark one. Of black and white
 * text, one always reaches a contrast of 4.5 on it.
 *
 * @param rank - 1 is the most severe
 * @param total - how many severities there are
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
