import WarningIcon from '@material-ui/icons/Warning';
import { makeStyles } from '@material-ui/core/styles';
import { isClosed, isCommitted } from 'backstage-plugin-postmortems-common';
import type { ActionItem } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../../texts/useTexts';
import { DateLabel } from '../../../../ui/dates/DateLabel';
import { TimeTooltip } from '../../../../ui/dates/TimeTooltip';
import { useNow } from '../../../../ui/dates/useNow';
import { useTimeWords } from '../../../../ui/dates/useTimeWords';
import { statusColors } from '../../../../ui/labels/statusColors';
import { VisuallyHidden } from '../../../../ui/layout/VisuallyHidden';
import { subtleColor } from '../../../../ui/layout/subtleColor';
import { isOverdue } from './actionItem';

const useStyles = makeStyles(theme => ({
  overdue: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    color: statusColors(theme.palette.type).overdue,
    fontWeight: 600,
  },
  icon: { fontSize: theme.typography.pxToRem(16) },
  quiet: { color: subtleColor(theme) },
  none: { fontStyle: 'italic', color: subtleColor(theme) },
}));

/** An action item's due date, shown as the time left, the time overdue, or the day. */
export function DueLabel(props: {
  item: Pick<ActionItem, 'status' | 'dueAt'>;
  /** The time zone of the due date. */
  zone?: string;
}) {
  const { item, zone } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const words = useTimeWords();
  const now = useNow();

  if (!item.dueAt && !isCommitted(item.status)) {
    return (
      <span className={classes.quiet}>
        <span aria-hidden>–</span>
        <VisuallyHidden>{t('actionItem.due.none')}</VisuallyHidden>
      </span>
    );
  }
  if (!item.dueAt) {
    return <span className={classes.none}>{t('actionItem.due.none')}</span>;
  }
  const remaining = Date.parse(item.dueAt) - now;
  if (isOverdue(item, now)) {
    return (
      <TimeTooltip value={item.dueAt} zone={zone}>
        <span className={classes.overdue}>
          <WarningIcon className={classes.icon} aria-hidden />
          {t('actionItem.due.overdue', { time: words.roughly(remaining) })}
        </span>
      </TimeTooltip>
    );
  }
  if (isClosed(item.status) || remaining < 0) {
    return (
      <span className={classes.quiet}>
        {t('actionItem.due.was', {
          date: <DateLabel value={item.dueAt} zone={zone} />,
        })}
      </span>
    );
  }
  return (
    <TimeTooltip value={item.dueAt} zone={zone}>
      {t('actionItem.due.in', { time: words.roughly(remaining) })}
    </TimeTooltip>
  );
}
