import { makeStyles } from '@material-ui/core/styles';
import CheckIcon from '@material-ui/icons/Check';
import WarningIcon from '@material-ui/icons/Warning';
import { useTexts } from '../../../texts/useTexts';
import { linkTo } from '../../../ui/filters/filter';
import { statusColors } from '../../../ui/labels/statusColors';
import { Link } from '../../../ui/navigation/Link';
import { countOpen } from '../../actionItems/openWork';
import type { EntityFigures } from '../useEntityFigures';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2),
    margin: 0,
    padding: 0,
    listStyle: 'none',
    ...theme.typography.body2,
  },
  count: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
  },
  overdue: { color: statusColors(theme.palette.type).overdue, fontWeight: 600 },
  met: { color: statusColors(theme.palette.type).met },
  icon: { fontSize: theme.typography.pxToRem(16) },
}));

/** Overdue and open counts, linked to their lists. */
export function CardCounts(props: {
  figures: EntityFigures;
  root: string;
  entityRef: string;
}) {
  const { root } = props;
  const { postmortems, actionItems } = props.figures;
  const classes = useStyles();
  const { t } = useTexts();
  const within = { entityRef: [props.entityRef] };
  const overdue = postmortems.counts.overdue;
  const open = countOpen(actionItems);

  const alarm = (to: string, text: string) => (
    <li>
      <Link to={to} className={`${classes.count} ${classes.overdue}`}>
        <WarningIcon className={classes.icon} aria-hidden />
        {text}
      </Link>
    </li>
  );
  return (
    <ul className={classes.root}>
      {overdue > 0 &&
        alarm(
          linkTo(`${root}/all`, { ...within, complianceStatus: ['overdue'] }),
          t('card.overduePostmortems', { count: overdue }),
        )}
      {actionItems.overdue > 0 &&
        alarm(
          linkTo(`${root}/action-items`, { ...within, overdue: 'true' }),
          t('card.overdueActionItems', { count: actionItems.overdue }),
        )}
      {open > 0 && (
        <li>
          <Link to={linkTo(`${root}/action-items`, within)}>
            {t('card.openActionItems', { count: open })}
          </Link>
        </li>
      )}
      {overdue === 0 && open === 0 && (
        <li className={classes.count}>
          <CheckIcon className={`${classes.icon} ${classes.met}`} aria-hidden />
          {t('card.nothingOpen')}
        </li>
      )}
    </ul>
  );
}
