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

import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../translation';
import { DeadlinePreview } from '../document/fields/DeadlinePreview';
import type { PreviewState } from '../document/fields/useDeadlinePreview';
import { EntityRefs, SubtleText, errorStatus } from '../shared';

const useStyles = makeStyles(theme => ({
  root: { padding: theme.spacing(2) },
  teams: { marginTop: theme.spacing(2) },
}));

/** What follows from the facts so far: the deadline, and who will own the postmortem. */
export function PreviewCard(props: { state: PreviewState }) {
  const { preview, error } = props.state;
  const classes = useStyles();
  const { t } = useTexts();
  const isWrongInput = error !== undefined && errorStatus(error) === 400;

  return (
    <Paper
      variant="outlined"
      component="section"
      className={classes.root}
      aria-label={t('fields.preview.title')}
    >
      <Typography variant="overline" component="h3">
        {t('fields.preview.title')}
      </Typography>
      {isWrongInput ? (
        <SubtleText>{t('fields.preview.fixFirst')}</SubtleText>
      ) : (
        <DeadlinePreview state={props.state} />
      )}
      {preview && preview.teamRefs.length > 0 && (
        <Typography variant="body2" className={classes.teams}>
          {t('create.teams', { count: preview.teamRefs.length })}{' '}
          <EntityRefs entityRefs={preview.teamRefs} />
        </Typography>
      )}
    </Paper>
  );
}
