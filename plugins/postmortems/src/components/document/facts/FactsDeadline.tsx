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
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { PreviewDeadline } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../translation';
import { DeadlinePreview } from '../fields/DeadlinePreview';
import { useDeadlinePreview } from '../fields/useDeadlinePreview';
import { useDocument } from '../hooks/useDocument';
import type { FactsForm } from './useFactsForm';

const useStyles = makeStyles(theme => ({
  root: {
    padding: theme.spacing(1.5),
    borderRadius: theme.shape.borderRadius,
    backgroundColor: theme.palette.background.default,
  },
}));

/** The deadline as it will be once the facts of the form are saved. */
export function FactsDeadline(props: { form: FactsForm }) {
  const { facts, saved } = props.form;
  const classes = useStyles();
  const { t } = useTexts();
  const { severityHistory } = useDocument().postmortem;
  const [openedAt] = useState(() => new Date().toISOString());

  const changedAt =
    facts.resolvedAt && facts.resolvedAt < openedAt
      ? facts.resolvedAt
      : openedAt;
  const history =
    facts.severity === saved.severity
      ? severityHistory
      : [...severityHistory, { severity: facts.severity, at: changedAt }];
  const preview = useDeadlinePreview({
    severity: facts.severity,
    severityHistory: history,
    startedAt: facts.startedAt,
    resolvedAt: facts.resolvedAt,
    entityRefs: facts.entityRefs,
  } satisfies PreviewDeadline);

  return (
    <div className={classes.root}>
      <Typography variant="overline" component="h3">
        {t('fields.preview.title')}
      </Typography>
      <DeadlinePreview state={preview} severityHistory={history} />
    </div>
  );
}
