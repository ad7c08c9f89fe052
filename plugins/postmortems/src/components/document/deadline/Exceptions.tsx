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
import Alert from '@material-ui/lab/Alert';
import { useApi } from '@backstage/core-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { postmortemWaivePermission } from 'backstage-plugin-postmortems-common';
import { postmortemsApiRef } from '../../../api';
import { useTexts } from '../../../translation';
import { DateLabel, useMay, useNow } from '../../shared';
import { useMutation } from '../dialogs/useMutation';
import { useDocument } from '../hooks/useDocument';

const useStyles = makeStyles(theme => ({
  line: { marginTop: theme.spacing(1) },
  withdraw: { '@media print': { display: 'none' } },
}));

/** The waiver and the extension that were granted: by whom, why, and until when. */
export function Exceptions() {
  const classes = useStyles();
  const { t } = useTexts();
  const api = useApi(postmortemsApiRef);
  const { postmortem } = useDocument();
  const { waiver, extension, deadline, id, revision } = postmortem;
  const { run, busy, error } = useMutation();
  const now = useNow();
  const mayWaive = useMay(postmortemWaivePermission, id);
  const target = { params: { id }, ifMatch: revision };

  function withdraw(label: string, change: Parameters<typeof run>[0]) {
    return (
      mayWaive && (
        <Button
          size="small"
          className={classes.withdraw}
          disabled={busy}
          onClick={() => run(change)}
        >
          {label}
        </Button>
      )
    );
  }

  return (
    <>
      {waiver && (
        <Typography variant="body2" className={classes.line}>
          {waiver.expiresAt
            ? t(
                Date.parse(waiver.expiresAt) < now
                  ? 'document.waiver.expired'
                  : 'document.waiver.grantedUntil',
                {
                  approver: <EntityRefLink entityRef={waiver.approverRef} />,
                  date: <DateLabel value={waiver.expiresAt} />,
                  reason: waiver.reason,
                },
              )
            : t('document.waiver.granted', {
                approver: <EntityRefLink entityRef={waiver.approverRef} />,
                reason: waiver.reason,
              })}{' '}
          {withdraw(t('document.waiver.withdraw'), () =>
            api.deleteWaiver(target),
          )}
        </Typography>
      )}
      {extension && (
        <Typography variant="body2" className={classes.line}>
          {t('document.extension.granted', {
            approver: <EntityRefLink entityRef={extension.approverRef} />,
            to: <DateLabel value={extension.dueAt} />,
            reason: extension.reason,
          })}{' '}
          {deadline?.originalDueAt &&
            t('document.extension.original', {
              from: <DateLabel value={deadline.originalDueAt} />,
            })}{' '}
          {withdraw(t('document.extension.withdraw'), () =>
            api.deleteExtension(target),
          )}
        </Typography>
      )}
      {error && <Alert severity="error">{error}</Alert>}
    </>
  );
}
