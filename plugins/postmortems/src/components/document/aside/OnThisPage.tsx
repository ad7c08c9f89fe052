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
import { useTexts } from '../../../translation';
import { subtleColor } from '../../shared';
import { useActiveAnchor } from '../hooks/useAnchors';
import { useDocument } from '../hooks/useDocument';
import { useTitles } from '../hooks/useTitles';
import { OUTLINE, anchorOf, isEmptyPart } from '../model/outline';

const useStyles = makeStyles(theme => ({
  root: {
    marginBottom: theme.spacing(3),
    // At the side only; above the text it would stand in the way of it.
    [theme.breakpoints.down('sm')]: { display: 'none' },
  },
  list: { margin: 0, padding: 0, listStyle: 'none' },
  link: {
    display: 'block',
    padding: theme.spacing(0.5, 1.5),
    borderLeft: `2px solid ${theme.palette.divider}`,
    color: subtleColor(theme),
    textDecoration: 'none',
    '&:hover': { color: theme.palette.text.primary },
  },
  active: {
    color: theme.palette.text.primary,
    borderLeftColor: theme.palette.primary.main,
  },
}));

/** The headings of the document, with the one being read marked. */
export function OnThisPage() {
  const classes = useStyles();
  const { t } = useTexts();
  const { postmortem, writing } = useDocument();
  const titleOf = useTitles();
  const keys = OUTLINE.filter(key => writing || !isEmptyPart(postmortem, key));
  const active = useActiveAnchor(keys.map(anchorOf));

  return (
    <nav className={classes.root} aria-label={t('document.onThisPage')}>
      <Typography variant="overline" component="h3">
        {t('document.onThisPage')}
      </Typography>
      <ul className={classes.list}>
        {keys.map(key => {
          const isActive = active === anchorOf(key);
          return (
            <li key={key}>
              <Typography
                variant="body2"
                component="a"
                href={`#${anchorOf(key)}`}
                className={`${classes.link} ${isActive ? classes.active : ''}`}
                aria-current={isActive ? 'location' : undefined}
              >
                {titleOf(key)}
              </Typography>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
