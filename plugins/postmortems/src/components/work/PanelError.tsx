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

import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../translation';
import { SubtleText, errorText } from '../shared';

const useStyles = makeStyles(theme => ({
  root: { padding: theme.spacing(0, 2, 1.5) },
}));

/** That one panel of several did not load, in a line, as the others may well have. */
export function PanelError(props: { error: Error; retry: () => void }) {
  const classes = useStyles();
  const { t } = useTexts();
  return (
    <div className={classes.root}>
      <SubtleText role="alert" component="div">
        {t('work.error', { message: errorText(props.error) })}{' '}
        <Button size="small" onClick={props.retry}>
          {t('state.retry')}
        </Button>
      </SubtleText>
    </div>
  );
}
