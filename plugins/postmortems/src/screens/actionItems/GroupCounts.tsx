import { makeStyles } from '@material-ui/core/styles';
import WarningIcon from '@material-ui/icons/Warning';
import type { ActionItemFigures } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../texts/useTexts';
import { statusColors } from '../../ui/labels/statusColors';
import { subtleColor } from '../../ui/layout/subtleColor';
import { countOpen } from './openWork';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    gap: theme.spacing(2),
    ...theme.typography.body2,
    color: subtleColor(theme),
    fontVariantNumeric: 'tabular-nums',
  },
  overdue: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    color: statusColors(theme.palette.type).overdue,
    fontWeight: 600,
  },
  icon: { fontSize: theme.typography.pxToRem(16) },
}));

/** A group's overdue, open and total action items. */
export function GroupCounts(props: { figures: ActionItemFigures }) {
  const { figures } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const open = countOpen(figures);

  return (
    <span className={classes.root}>
      {figures.overdue > 0 && (
        <span className={classes.overdue}>
          <WarningIcon className={classes.icon} aria-hidden />
          {t('actionItemList.overdueCount', { value: String(figures.overdue) })}
        </span>
      )}
      <span>{t('actionItemList.openCount', { value: String(open) })}</span>
      {figures.total !== open && (
        <span>
          {t('actionItemList.allCount', { value: String(figures.total) })}
        </span>
      )}
    </span>
  );
}
