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

import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { parseEntityRef } from '@backstage/catalog-model';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    gap: theme.spacing(2),
    width: '100%',
  },
  note: { whiteSpace: 'nowrap' },
}));

/** An entity in a list to choose from: its name and, apart, what it is or why it is suggested. */
export function EntityOption(props: { entityRef: string; note?: string }) {
  const { entityRef, note = parseEntityRef(entityRef).kind } = props;
  const classes = useStyles();
  return (
    <span className={classes.root}>
      <EntityDisplayName entityRef={entityRef} disableTooltip />
      <Typography
        variant="caption"
        color="textSecondary"
        className={classes.note}
      >
        {note}
      </Typography>
    </span>
  );
}
