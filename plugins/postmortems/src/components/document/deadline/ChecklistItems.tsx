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
import CheckCircleIcon from '@material-ui/icons/CheckCircle';
import RadioButtonUncheckedIcon from '@material-ui/icons/RadioButtonUnchecked';
import type { PublicationRequirement } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../translation';
import { VisuallyHidden, statusColors, subtleColor } from '../../shared';
import { anchorOf, partOf } from '../model/outline';
import { useRequirementWords } from './useRequirementWords';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2.5),
    margin: 0,
    padding: 0,
    listStyle: 'none',
  },
  item: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
  },
  icon: {
    fontSize: theme.typography.pxToRem(18),
    color: subtleColor(theme),
  },
  done: { color: statusColors(theme.palette.type).met },
  link: { color: theme.palette.link },
  linkDone: { color: subtleColor(theme) },
}));

/** What has to be there before publishing, each item leading to where it is written. */
export function ChecklistItems(props: {
  items: PublicationRequirement[];
  onFollow?: () => void;
}) {
  const classes = useStyles();
  const { t } = useTexts();
  const nameOf = useRequirementWords();

  return (
    <ul className={classes.root}>
      {props.items.map(({ key, met }) => (
        <li key={key} className={classes.item}>
          {met ? (
            <CheckCircleIcon className={`${classes.icon} ${classes.done}`} />
          ) : (
            <RadioButtonUncheckedIcon className={classes.icon} />
          )}
          <a
            href={`#${anchorOf(partOf(key))}`}
            className={met ? classes.linkDone : classes.link}
            onClick={props.onFollow}
          >
            {nameOf(key)}
          </a>
          <VisuallyHidden>
            {t(met ? 'document.checklist.done' : 'document.checklist.open')}
          </VisuallyHidden>
        </li>
      ))}
    </ul>
  );
}
