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
import Button from '@material-ui/core/Button';
import Collapse from '@material-ui/core/Collapse';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import type { SectionKey } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../translation';
import { subtleColor } from '../../shared';

const useStyles = makeStyles(theme => ({
  button: { textTransform: 'none', textAlign: 'left' },
  icon: { transition: theme.transitions.create('transform') },
  open: { transform: 'rotate(180deg)' },
  text: {
    padding: theme.spacing(0.5, 1, 1),
    color: subtleColor(theme),
  },
}));

/** What to write in a section: a line that says what it is for, and opens to show how. */
export function Guidance(props: { sectionKey: SectionKey }) {
  const { sectionKey } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const [open, setOpen] = useState(false);

  return (
    <>
      <Button
        size="small"
        className={classes.button}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        endIcon={
          <ExpandMoreIcon
            className={`${classes.icon} ${open ? classes.open : ''}`}
          />
        }
      >
        {t(`document.section.${sectionKey}.prompt`)}
      </Button>
      <Collapse in={open}>
        <Typography variant="body2" className={classes.text}>
          {t(`document.section.${sectionKey}.guidance`)}
        </Typography>
      </Collapse>
    </>
  );
}
