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
import LockIcon from '@material-ui/icons/Lock';
import { useTexts } from '../../translation';
import { VisuallyHidden } from './VisuallyHidden';
import { subtleColor } from './subtleColor';

const useStyles = makeStyles(theme => ({
  icon: {
    fontSize: '1em',
    marginRight: theme.spacing(0.5),
    verticalAlign: '-0.125em',
    color: subtleColor(theme),
  },
}));

/** Before a title, that the postmortem is restricted. */
export function RestrictedLock() {
  const classes = useStyles();
  const { t } = useTexts();
  const restricted = t('visibility.restricted');
  return (
    <span title={restricted}>
      <LockIcon className={classes.icon} aria-hidden />
      <VisuallyHidden>{`${restricted} `}</VisuallyHidden>
    </span>
  );
}
