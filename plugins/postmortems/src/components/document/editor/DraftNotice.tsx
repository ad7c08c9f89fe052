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
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../../translation';
import { useNow, useTimeWords } from '../../shared';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    marginBottom: theme.spacing(1),
    padding: theme.spacing(0.5, 1.5),
    borderLeft: `3px solid ${theme.palette.warning.main}`,
  },
  text: { flex: '1 1 16rem' },
}));

/** Text of an earlier visit that never reached the server, offered back. */
export function DraftNotice(props: {
  at: string;
  onContinue: () => void;
  onDiscard: () => void;
}) {
  const classes = useStyles();
  const { t } = useTexts();
  const ago = useTimeWords().relative(props.at, useNow());
  return (
    <div className={classes.root}>
      <Typography variant="body2" className={classes.text}>
        {t('document.draft.found', { ago })}
      </Typography>
      <Button size="small" color="primary" onClick={props.onContinue}>
        {t('document.draft.continue')}
      </Button>
      <Button size="small" onClick={props.onDiscard}>
        {t('document.draft.discard')}
      </Button>
    </div>
  );
}
