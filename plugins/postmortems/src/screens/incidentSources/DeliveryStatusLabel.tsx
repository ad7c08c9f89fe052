import BlockIcon from '@material-ui/icons/Block';
import CheckIcon from '@material-ui/icons/Check';
import HourglassEmptyIcon from '@material-ui/icons/HourglassEmpty';
import PauseCircleOutlineIcon from '@material-ui/icons/PauseCircleOutline';
import CircularProgress from '@material-ui/core/CircularProgress';
import { makeStyles } from '@material-ui/core/styles';
import type { IncidentDelivery } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../texts/useTexts';
import { useNow } from '../../ui/dates/useNow';
import { useTimeWords } from '../../ui/dates/useTimeWords';
import { statusColors } from '../../ui/labels/statusColors';
import { subtleColor } from '../../ui/layout/subtleColor';
import { deliveryStatusKeys } from './deliveryStatus';
import { isBeingApplied } from './isBeingApplied';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    color: subtleColor(theme),
  },
  parked: {
    color: statusColors(theme.palette.type).dueSoon,
    fontWeight: 600,
  },
}));

const icons = {
  pending: HourglassEmptyIcon,
  applied: CheckIcon,
  ignored: BlockIcon,
  parked: PauseCircleOutlineIcon,
};

export function DeliveryStatusLabel(props: { delivery: IncidentDelivery }) {
  const { delivery } = props;
  const { status, nextAttemptAt } = delivery;
  const classes = useStyles();
  const { t } = useTexts();
  const words = useTimeWords();
  const now = useNow();

  if (isBeingApplied(delivery, now)) {
    return (
      <span className={classes.root}>
        <CircularProgress size={14} color="inherit" aria-hidden />
        {t('incidentSources.deliveries.applying')}
      </span>
    );
  }
  const Icon = icons[status];
  return (
    <span
      className={`${classes.root} ${status === 'parked' ? classes.parked : ''}`}
    >
      <Icon fontSize="inherit" aria-hidden />
      {status === 'pending' && nextAttemptAt
        ? t('incidentSources.deliveries.again', {
            when: words.relative(nextAttemptAt, now),
          })
        : t(deliveryStatusKeys[status])}
    </span>
  );
}
