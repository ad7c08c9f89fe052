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

import { useState } from 'react';
import type { ReactNode } from 'react';
import Button from '@material-ui/core/Button';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import EditIcon from '@material-ui/icons/Edit';
import { useFocusRing } from '../../shared';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    maxWidth: '100%',
    '&:hover $edit, & $edit:focus-visible': { opacity: 1, marginRight: 0 },
  },
  // Where both do not fit in a line.
  wrap: { flexWrap: 'wrap', columnGap: theme.spacing(0.5) },
  value: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' },
  edit: {
    padding: 2,
    marginLeft: 4,
    // To be had when looked for, and until then without a claim to the width of the value.
    opacity: 0,
    marginRight: -24,
    // Without a pointer that hovers nothing would bring it up.
    '@media (hover: none)': { opacity: 1, marginRight: 0 },
    '@media print': { display: 'none' },
  },
  icon: { fontSize: theme.typography.pxToRem(16) },
  give: {
    minWidth: 0,
    marginLeft: theme.spacing(-0.5),
    padding: theme.spacing(0, 0.5),
    fontSize: 'inherit',
    textTransform: 'none',
    whiteSpace: 'nowrap',
    '@media print': { display: 'none' },
  },
}));

/** A value, and beside it the button that opens the form to change it. */
export function InlineEdit(props: {
  children: ReactNode;
  /** What the button does, and to which item. */
  label: string;
  /** What the button says where there is no value yet. */
  give?: string;
  form: (anchorEl: HTMLElement, close: () => void) => ReactNode;
}) {
  const { children, label, give, form } = props;
  const classes = useStyles();
  const focusRing = useFocusRing();
  const [anchor, setAnchor] = useState<HTMLElement>();

  return (
    <span className={`${classes.root} ${give ? classes.wrap : ''}`}>
      <span className={classes.value}>{children}</span>
      {give ? (
        <Button
          size="small"
          color="primary"
          className={classes.give}
          {...focusRing}
          aria-label={label}
          aria-haspopup="dialog"
          onClick={event => setAnchor(event.currentTarget)}
        >
          {give}
        </Button>
      ) : (
        <IconButton
          className={classes.edit}
          {...focusRing}
          aria-label={label}
          aria-haspopup="dialog"
          onClick={event => setAnchor(event.currentTarget)}
        >
          <EditIcon className={classes.icon} />
        </IconButton>
      )}
      {anchor && form(anchor, () => setAnchor(undefined))}
    </span>
  );
}
