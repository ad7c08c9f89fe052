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
import { makeStyles } from '@material-ui/core/styles';
import { useApi } from '@backstage/core-plugin-api';
import { postmortemAssignPermission } from 'backstage-plugin-postmortems-common';
import { postmortemsApiRef } from '../../../api';
import { useTexts } from '../../../translation';
import { OwnerLabel, subtleColor, useMay } from '../../shared';
import { FrozenDocument } from '../dialogs/FrozenDocument';
import { HandoverDialog } from '../dialogs/HandoverDialog';
import { OwnerDialog } from '../dialogs/OwnerDialog';
import { useMutation } from '../dialogs/useMutation';
import { useCurrentUser } from '../fields/useCurrentUser';
import { useDocument } from '../hooks/useDocument';
import { SuggestedOwner } from './SuggestedOwner';

const useStyles = makeStyles(theme => ({
  waiting: { marginLeft: theme.spacing(0.5), color: subtleColor(theme) },
  root: { display: 'inline-flex', flexWrap: 'wrap', alignItems: 'center' },
  actions: {
    '@media print': { display: 'none' },
    '& button': { textTransform: 'none' },
  },
}));

/** The one owner, or that there is none, with what the reader can do about it. */
export function Owner() {
  const classes = useStyles();
  const { t } = useTexts();
  const api = useApi(postmortemsApiRef);
  const { postmortem, canEdit, editing } = useDocument();
  const { id, revision, status, ownerRef, ownerAcknowledgedAt } = postmortem;
  const { ownerSuggestion } = postmortem;
  const canAssign = useMay(postmortemAssignPermission, id);
  const me = useCurrentUser();
  const { run, busy, error } = useMutation();
  const [dialog, setDialog] = useState<'name' | 'hand-over'>();
  const close = () => setDialog(undefined);

  const mayTake = canAssign && me && !ownerRef;
  const mayName = canAssign && (!ownerRef || editing);
  const isAsked = me !== undefined && ownerRef === me && !ownerAcknowledgedAt;

  const isWaitedFor =
    ownerRef && !ownerAcknowledgedAt && !isAsked && status !== 'published';

  const name = (userRef: string) =>
    run(() =>
      api.putOwner({
        params: { id },
        body: { ownerRef: userRef },
        ifMatch: revision,
      }),
    );

  return (
    <span className={classes.root}>
      <OwnerLabel
        postmortem={postmortem}
        action={
          <span className={classes.actions}>
            {isWaitedFor && (
              <span className={classes.waiting}>{t('owner.waiting')}</span>
            )}
            {mayTake && (
              <Button
                size="small"
                color="primary"
                disabled={busy}
                onClick={() => name(me)}
              >
                {t('document.owner.take')}
              </Button>
            )}
            {isAsked && (
              <Button
                size="small"
                color="primary"
                disabled={busy}
                onClick={() =>
                  run(() => api.acknowledgeOwner({ params: { id } }))
                }
              >
                {t('document.owner.acknowledge')}
              </Button>
            )}
            {isAsked && canEdit && (
              <Button
                size="small"
                color="primary"
                onClick={() => setDialog('hand-over')}
              >
                {t('handover.action')}
              </Button>
            )}
            {mayName && (
              <Button
                size="small"
                color="primary"
                onClick={() => setDialog('name')}
              >
                {t(ownerRef ? 'document.owner.change' : 'document.owner.name')}
              </Button>
            )}
          </span>
        }
      />
      {canAssign && !ownerRef && ownerSuggestion && (
        <SuggestedOwner
          suggestion={ownerSuggestion}
          busy={busy}
          onName={name}
        />
      )}
      {error && <span role="alert"> {error}</span>}
      {dialog && (
        <FrozenDocument>
          {dialog === 'name' ? (
            <OwnerDialog onClose={close} />
          ) : (
            <HandoverDialog onClose={close} />
          )}
        </FrozenDocument>
      )}
    </span>
  );
}
