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
import { useTexts } from '../../../translation';
import { subtleColor } from '../../shared';
import { revealMarker } from '../comments/quietMarker';
import { useDocument } from '../hooks/useDocument';
import { anchorOf } from '../model/outline';
import type { OutlineKey } from '../model/outline';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    position: 'relative',
    scrollMarginTop: theme.spacing(3),
    '&:hover $link, & $link:focus': { opacity: 1 },
    '&:hover $quiet, & $quiet:focus-within': { opacity: 1 },
    ...revealMarker,
  },
  text: { margin: 0, minWidth: 0 },
  link: {
    position: 'absolute',
    left: `-${theme.spacing(2.5)}px`,
    color: subtleColor(theme),
    textDecoration: 'none',
    opacity: 0,
    '@media print': { display: 'none' },
    // Without a pointer that hovers there is nothing to bring it up.
    '@media (hover: none)': { opacity: 1 },
  },
  actions: { order: 1, '@media print': { display: 'none' } },
  // To be had when looked for; while reading, the text is what matters.
  quiet: { opacity: 0, '@media (hover: none)': { opacity: 1 } },
}));

/** A heading of the document, with a link to itself. */
export function Heading(props: {
  sectionKey: OutlineKey;
  level: 3 | 4;
  children: string;
  actions?: ReactNode;
  /** Beside the actions, and never hidden as they are. */
  marker?: ReactNode;
}) {
  const { sectionKey, level, children, actions, marker } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const { editing } = useDocument();
  const id = anchorOf(sectionKey);

  return (
    <div id={id} className={classes.root}>
      <Typography
        variant={level === 3 ? 'h5' : 'subtitle1'}
        component="a"
        href={`#${id}`}
        className={classes.link}
        aria-label={t('document.linkTo', { title: children })}
      >
        #
      </Typography>
      <Typography
        id={`${id}-heading`}
        className={classes.text}
        variant={level === 3 ? 'h5' : 'subtitle1'}
        component={level === 3 ? 'h3' : 'h4'}
      >
        {children}
      </Typography>
      {actions && (
        <div className={`${classes.actions} ${editing ? '' : classes.quiet}`}>
          {actions}
        </div>
      )}
      {marker}
    </div>
  );
}
