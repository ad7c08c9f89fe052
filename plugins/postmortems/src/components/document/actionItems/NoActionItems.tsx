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
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useApi } from '@backstage/core-plugin-api';
import { publicationRequirements } from 'backstage-plugin-postmortems-common';
import { postmortemsApiRef } from '../../../api';
import { useTexts } from '../../../translation';
import { useMutation } from '../dialogs/useMutation';
import { useDocument } from '../hooks/useDocument';
import { EmptySection } from '../sections/EmptySection';
import { NoActionItemsDialog } from './NoActionItemsDialog';

const useStyles = makeStyles(theme => ({
  decision: { overflowWrap: 'anywhere', margin: theme.spacing(1, 0) },
  lacking: { marginTop: theme.spacing(1) },
  actions: { '@media print': { display: 'none' } },
}));

/**
 * The decision that no urgent action item is needed; while it is written, the way to it
 * where publishing takes one or the other.
 */
export function NoActionItems() {
  const classes = useStyles();
  const { t } = useTexts();
  const api = useApi(postmortemsApiRef);
  const { postmortem, writing } = useDocument();
  const { id, revision, noActionItemsReason, actionItems } = postmortem;
  const { run, busy, error } = useMutation();
  const [deciding, setDeciding] = useState(false);
  const isLacking = publicationRequirements(postmortem).some(
    ({ key, met }) => key === 'action-items' && !met,
  );

  return (
    <>
      {noActionItemsReason && (
        <Typography component="div" className={classes.decision}>
          {t(
            actionItems.length === 0
              ? 'actionItem.gate.none'
              : 'actionItem.gate.noneUrgent',
            { reason: noActionItemsReason },
          )}{' '}
          {writing && (
            <span className={classes.actions}>
              <Button
                size="small"
                color="primary"
                onClick={() => setDeciding(true)}
              >
                {t('actionItem.gate.change')}
              </Button>
              <Button
                size="small"
                color="primary"
                disabled={busy}
                onClick={() =>
                  run(() =>
                    api.updatePostmortem({
                      params: { id },
                      body: { noActionItemsReason: null },
                      ifMatch: revision,
                    }),
                  )
                }
              >
                {t('actionItem.gate.takeBack')}
              </Button>
            </span>
          )}
        </Typography>
      )}
      {isLacking && writing && (
        <div className={classes.lacking}>
          <EmptySection
            text={t('actionItem.gate.explanation')}
            action={
              <Button
                size="small"
                color="primary"
                onClick={() => setDeciding(true)}
              >
                {t('actionItem.gate.decide')}
              </Button>
            }
          />
        </div>
      )}
      {error && <span role="alert">{error}</span>}
      {deciding && <NoActionItemsDialog onClose={() => setDeciding(false)} />}
    </>
  );
}
