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

import { createTheme, getContrastRatio } from '@material-ui/core/styles';
import { palettes } from '@backstage/theme';
import { severityColors } from './severityColors';
import { statusColors } from './statusColors';
import { subtleColor } from './subtleColor';

/** An `rgba` colour as it looks on an opaque one. */
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
  // The new frontend system draws pages on a grey of its own.
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

  it('the less severe, the closer to the page', () => {
    const contrasts = [1, 2, 3, 4, 5].map(rank =>
      getContrastRatio(
        severityColors(rank, 5, type).background,
        palettes[type].background.paper,
      ),
    );
    expect(contrasts).toEqual([...contrasts].sort((a, b) => b - a));
  });

  it('what is overdue is readable in a row that is hovered or selected', () => {
    const rows =
      type === 'light' ? ['#f5f5f5', '#ebf1f9'] : ['#515151', '#604d54'];
    for (const background of rows) {
      expect(
        getContrastRatio(statusColors(type).overdue, background),
      ).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('texts are readable on the page and on paper', () => {
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
