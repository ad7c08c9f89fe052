import { useState } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { publicationRequirements } from 'backstage-plugin-postmortems-common';
import { useSend } from '../../../data/mutations';
import { useTexts } from '../../../texts/useTexts';
import { Button } from '../../../ui/controls/Button';
import { useMutation } from '../../dialogs/useMutation';
import { useDocument } from '../../useDocument';
import { EmptySection } from '../sections/EmptySection';
import { NoActionItemsDialog } from './NoActionItemsDialog';

const useStyles = makeStyles(theme => ({
  decision: { overflowWrap: 'anywhere', margin: theme.spacing(1, 0) },
  lacking: { marginTop: theme.spacing(1) },
  actions: { '@media print': { display: 'none' } },
}));

/**
 * The decision that no urgent action item is needed. While editing, offers to record it if
 * publishing requires either that decision or an urgent action item.
 */
export function NoActionItems() {
  const classes = useStyles();
  const { t } = useTexts();
  const send = useSend();
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
                {t('actionItem.gate.editReason')}
              </Button>
              <Button
                size="small"
                color="primary"
                disabled={busy}
                onClick={() =>
                  run(() =>
                    send('updatePostmortem', {
                      params: { id },
                      body: { noActionItemsReason: null },
                      ifMatch: revision,
                    }),
                  )
                }
              >
                {t('actionItem.gate.removeReason')}
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
