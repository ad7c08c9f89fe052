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
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { SubtleText } from './SubtleText';

const useStyles = makeStyles(theme => ({
  root: {
    maxWidth: 560,
    margin: '0 auto',
    padding: theme.spacing(6, 2),
    textAlign: 'center',
    // Inside a table cell this would inherit "no wrapping".
    whiteSpace: 'normal',
  },
  action: { marginTop: theme.spacing(3) },
}));

/** In place of content: what is the matter, and what to do next. */
export function StateMessage(props: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  /** `alert` for what went wrong, so that screen readers say it at once. */
  role?: 'alert' | 'status';
}) {
  const classes = useStyles();
  return (
    <div className={classes.root} role={props.role}>
      <Typography variant="h6" component="h2" gutterBottom>
        {props.title}
      </Typography>
      {props.children && (
        <SubtleText component="div">{props.children}</SubtleText>
      )}
      {props.action && <div className={classes.action}>{props.action}</div>}
    </div>
  );
}
