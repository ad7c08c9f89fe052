import { useState } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { postmortemWaivePermission } from 'backstage-plugin-postmortems-common';
import { useMay } from '../../data/useMay';
import { useTexts } from '../../texts/useTexts';
import { TextButton } from '../../ui/controls/TextButton';
import { DateLabel } from '../../ui/dates/DateLabel';
import { useNow } from '../../ui/dates/useNow';
import { FrozenDocument } from '../dialogs/FrozenDocument';
import { WithdrawDialog } from '../dialogs/WithdrawDialog';
import { useDocument } from '../useDocument';

const useStyles = makeStyles(theme => ({
  line: { marginTop: theme.spacing(1) },
}));

/** Waiver and extension, with approver, reason and end. */
export function Exceptions() {
  const classes = useStyles();
  const { t } = useTexts();
  const { postmortem } = useDocument();
  const { waiver, extension, id, timeZone } = postmortem;
  const [withdrawn, setWithdrawn] = useState<'waiver' | 'extension'>();
  const now = useNow();
  const mayWaive = useMay(postmortemWaivePermission, id);

  function withdraw(exception: 'waiver' | 'extension') {
    return (
      mayWaive && (
        <TextButton onClick={() => setWithdrawn(exception)}>
          {t(`document.${exception}.withdraw`)}
        </TextButton>
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
                  approver: (
                    <EntityRefLink entityRef={waiver.approverRef} hideIcon />
                  ),
                  date: <DateLabel value={waiver.expiresAt} />,
                  reason: waiver.reason,
                },
              )
            : t('document.waiver.granted', {
                approver: (
                  <EntityRefLink entityRef={waiver.approverRef} hideIcon />
                ),
                reason: waiver.reason,
              })}{' '}
          {withdraw('waiver')}
        </Typography>
      )}
      {extension && (
        <Typography variant="body2" className={classes.line}>
          {t('document.extension.granted', {
            approver: (
              <EntityRefLink entityRef={extension.approverRef} hideIcon />
            ),
            to: <DateLabel value={extension.dueAt} zone={timeZone} />,
            reason: extension.reason,
          })}{' '}
          {withdraw('extension')}
        </Typography>
      )}
      {withdrawn && (
        <FrozenDocument>
          <WithdrawDialog
            exception={withdrawn}
            onClose={() => setWithdrawn(undefined)}
          />
        </FrozenDocument>
      )}
    </>
  );
}
