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
import ArrowDropDownIcon from '@material-ui/icons/ArrowDropDown';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import Popover from '@material-ui/core/Popover';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../translation';

/** The looks of buttons in the row of filters. */
export const useFilterButtonStyles = makeStyles(theme => ({
  button: {
    textTransform: 'none',
    fontWeight: 'normal',
    whiteSpace: 'nowrap',
    maxWidth: 280,
    color: theme.palette.text.primary,
    borderColor: theme.palette.divider,
    backgroundColor: theme.palette.background.paper,
    '& .MuiButton-endIcon': { marginLeft: 0, marginRight: theme.spacing(-0.5) },
  },
  active: { borderColor: theme.palette.text.secondary, fontWeight: 600 },
  value: { overflow: 'hidden', textOverflow: 'ellipsis' },
  paper: {
    minWidth: 200,
    maxWidth: 360,
    maxHeight: 420,
    marginTop: theme.spacing(0.5),
  },
}));

/** A button that says what a filter is set to, and opens where to set it. */
export function FilterButton(props: {
  label: string;
  /** What it is set to; absent where it is not. */
  value?: ReactNode;
  onClear: () => void;
  children: ReactNode;
}) {
  const { label, value, onClear, children } = props;
  const classes = useFilterButtonStyles();
  const { t } = useTexts();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const active = value !== undefined;

  return (
    <>
      <Button
        size="small"
        variant="outlined"
        className={`${classes.button} ${active ? classes.active : ''}`}
        endIcon={<ArrowDropDownIcon />}
        aria-haspopup="dialog"
        aria-expanded={Boolean(anchor)}
        onClick={event => setAnchor(event.currentTarget)}
      >
        <span className={classes.value}>
          {label}
          {active && <>: {value}</>}
        </span>
      </Button>
      <Popover
        open={Boolean(anchor)}
        anchorEl={anchor}
        onClose={() => setAnchor(undefined)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        PaperProps={{
          className: classes.paper,
          role: 'dialog',
          'aria-label': label,
        }}
      >
        <Box p={1.5}>
          {children}
          {active && (
            <Box mt={1}>
              <Button size="small" onClick={onClear}>
                {t('filters.clearOne')}
              </Button>
            </Box>
          )}
        </Box>
      </Popover>
    </>
  );
}
