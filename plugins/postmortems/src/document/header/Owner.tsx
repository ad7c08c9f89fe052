import { useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import {
  openImportClaims,
  postmortemAssignPermission,
} from 'backstage-plugin-postmortems-common';
import { useSend } from '../../data/mutations';
import { useAssignOwner } from '../../data/useAssignOwner';
import { useMay } from '../../data/useMay';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../../ui/controls/Button';
import { useAssignableUser } from '../../ui/fields/useAssignableUser';
import { useCurrentUser } from '../../ui/fields/useCurrentUser';
import { OwnerLabel } from '../../ui/labels/OwnerLabel';
import { subtleColor } from '../../ui/layout/subtleColor';
import { DocumentAccessWarning } from '../access/AccessWarning';
import { FrozenDocument } from '../dialogs/FrozenDocument';
import { HandoverDialog } from '../dialogs/HandoverDialog';
import { OwnerDialog } from '../dialogs/OwnerDialog';
import { useMutation } from '../dialogs/useMutation';
import { OWNER_ID } from '../parts';
import { useDocument } from '../useDocument';
import { useGoneRefs } from '../useGoneRefs';
import { SuggestedOwner } from './SuggestedOwner';

const useStyles = makeStyles(theme => ({
  waiting: { marginLeft: theme.spacing(0.5), color: subtleColor(theme) },
  root: { display: 'inline-flex', flexWrap: 'wrap', alignItems: 'center' },
  actions: {
    '@media print': { display: 'none' },
    '& button': { textTransform: 'none' },
  },
}));

/** The owner, or "no owner", with the actions available to the reader. */
export function Owner() {
  const classes = useStyles();
  const { t } = useTexts();
  const send = useSend();
  const { postmortem, canEdit, editing } = useDocument();
  const { id, status, ownerRef, ownerAcknowledgedAt } = postmortem;
  const { ownerSuggestion } = postmortem;
  const gone = useGoneRefs();
  const canAssign = useMay(postmortemAssignPermission, id);
  const me = useCurrentUser();
  const { run, busy, error } = useMutation();
  const [dialog, setDialog] = useState<'name' | 'hand-over'>();
  const close = () => setDialog(undefined);

  const taker = useAssignableUser(canAssign && !ownerRef);
  const mayName = canAssign && (!ownerRef || editing);
  const isOpen = !ownerAcknowledgedAt && status !== 'published';
  const isAsked = me !== undefined && ownerRef === me && isOpen;

  const isClaimed =
    !isAsked && openImportClaims(postmortem).includes('acknowledgement');
  const isWaitedFor = ownerRef && isOpen && !isAsked && !isClaimed;

  const assign = useAssignOwner(me);
  const name = (userRef: string) => run(() => assign(postmortem, userRef));

  return (
    <span id={OWNER_ID} className={classes.root}>
      <OwnerLabel
        postmortem={postmortem}
        gone={gone}
        action={
          <span className={classes.actions}>
            {isWaitedFor && (
              <span className={classes.waiting}>{t('owner.waiting')}</span>
            )}
            {isClaimed && (
              <span className={classes.waiting}>{t('imported.owner')}</span>
            )}
            {taker && (
              <Button
                size="small"
                color="primary"
                disabled={busy}
                onClick={() => name(taker)}
              >
                {t('document.owner.assignToMe')}
              </Button>
            )}
            {isAsked && (
              <Button
                size="small"
                color="primary"
                disabled={busy}
                onClick={() =>
                  run(() => send('acknowledgeOwner', { params: { id } }))
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
                {t(
                  ownerRef ? 'document.owner.change' : 'document.owner.assign',
                )}
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
      {canAssign && !ownerRef && (
        <DocumentAccessWarning
          refs={[ownerSuggestion?.userRef]}
          effect="access"
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
