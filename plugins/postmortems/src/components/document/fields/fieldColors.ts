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
import { statusColors, subtleColor } from '../../shared';

/**
 * The colors of labels, help and errors, readable on the page as well as on paper. (The kit's own
 * fall short of a contrast of 4.5 on the page.)
 */
export function fieldColors(theme: Theme) {
  const error = statusColors(theme.palette.type).overdue;
  return {
    '& .MuiFormLabel-root:not(.Mui-error):not(.Mui-focused)': {
      color: subtleColor(theme),
    },
    '& .MuiFormHelperText-root:not(.Mui-error)': { color: subtleColor(theme) },
    '& .MuiFormLabel-root.Mui-error, & .MuiFormHelperText-root.Mui-error': {
      color: error,
    },
    '& .Mui-error .MuiOutlinedInput-notchedOutline': { borderColor: error },
  };
}
