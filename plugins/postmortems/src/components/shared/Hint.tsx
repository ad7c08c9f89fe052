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

import type { ReactNode } from 'react';
import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  root: {
    whiteSpace: 'nowrap',
    cursor: 'help',
    borderRadius: theme.shape.borderRadius,
  },
}));

/** Text that tells more when hovered or focused. */
export function Hint(props: { title: ReactNode; children: ReactNode }) {
  const classes = useStyles();
  return (
    <Tooltip title={<>{props.title}</>}>
      {/* It does nothing, but what it tells must be reachable without a mouse. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <span className={classes.root} tabIndex={0}>
        {props.children}
      </span>
    </Tooltip>
  );
}
