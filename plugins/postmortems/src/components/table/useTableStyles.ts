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

import { makeStyles } from '@material-ui/core/styles';
import { subtleColor } from '../shared';

/** Of the column to tick rows in. */
export const SELECT_WIDTH = 44;

/** The looks of compact tables: rows of one line each, heads that stay in sight. */
export const useTableStyles = makeStyles(theme => ({
  table: { tableLayout: 'fixed' },
  cell: {
    padding: theme.spacing(0.75, 1),
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    ...theme.typography.body2,
    color: theme.palette.text.primary,
    '&:first-child': { paddingLeft: theme.spacing(2) },
  },
  head: {
    ...theme.typography.caption,
    textTransform: 'none',
    color: subtleColor(theme),
    position: 'sticky',
    top: 0,
    zIndex: 1,
    backgroundColor: theme.palette.background.paper,
  },
  select: {
    width: SELECT_WIDTH,
    padding: 0,
    verticalAlign: 'top',
    '&:first-child': { paddingLeft: theme.spacing(1) },
  },
  wrap: { whiteSpace: 'normal' },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1.5),
    marginTop: theme.spacing(0.5),
  },
  stale: { opacity: 0.5, transition: 'opacity 200ms 200ms' },
}));
