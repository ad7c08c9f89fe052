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

import Chip from '@material-ui/core/Chip';
import { makeStyles } from '@material-ui/core/styles';
import LockIcon from '@material-ui/icons/Lock';
import { useTexts } from '../../translation';
import { Hint } from './Hint';

const useStyles = makeStyles({
  chip: { margin: 0, cursor: 'inherit', verticalAlign: 'middle' },
});

/** That a postmortem is restricted, and on request who sees it all the same. */
export function RestrictedChip() {
  const classes = useStyles();
  const { t } = useTexts();
  return (
    <Hint title={t('visibility.restrictedHint')}>
      <Chip
        component="span"
        size="small"
        variant="outlined"
        icon={<LockIcon />}
        label={t('visibility.restricted')}
        className={classes.chip}
      />
    </Hint>
  );
}
