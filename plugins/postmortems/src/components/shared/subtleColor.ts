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

import type { Theme } from '@material-ui/core/styles';

/**
 * The colour of text of lesser weight. The theme's own secondary text falls just short of a
 * contrast of 4.5 where it stands on the page rather than on paper.
 */
export function subtleColor(theme: Theme): string {
  return theme.palette.type === 'light'
    ? 'rgba(0, 0, 0, 0.62)'
    : 'rgba(255, 255, 255, 0.75)';
}
