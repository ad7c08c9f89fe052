import type { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../texts/useTexts';
import { RelativeTime } from '../../ui/dates/RelativeTime';
import { subtleColor } from '../../ui/layout/subtleColor';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: '4.5rem minmax(0, 1fr) 11rem 8.5rem 5rem',
    gap: theme.spacing(0, 2),
    alignItems: 'center',
    minHeight: 44,
    padding: theme.spacing(0.5, 2),
    ...theme.typography.body2,
    color: theme.palette.text.primary,
    '&:not(:last-child)': {
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
    [theme.breakpoints.down('sm')]: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 2),
      padding: theme.spacing(1, 2),
    },
  },
  what: {
    minWidth: 0,
    [theme.breakpoints.down('sm')]: { flex: '1 1 100%', order: -1 },
  },
  title: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    [theme.breakpoints.down('sm')]: { whiteSpace: 'normal' },
  },
  about: {
    ...theme.typography.caption,
    color: subtleColor(theme),
    overflowWrap: 'anywhere',
  },
  action: {
    textAlign: 'right',
    [theme.breakpoints.down('sm')]: { marginLeft: 'auto' },
  },
}));

/** An incident that needs a postmortem. */
export function IncidentRow(props: {
  incident: { startedAt: string; resolvedAt?: string };
  severity: ReactNode;
  title: ReactNode;
  about: ReactNode;
  due?: ReactNode;
  action: ReactNode;
}) {
  const { startedAt, resolvedAt } = props.incident;
  const classes = useStyles();
  const { t } = useTexts();

  return (
    <li className={classes.root}>
      <span>{props.severity}</span>
      <div className={classes.what}>
        <div className={classes.title}>{props.title}</div>
        <div className={classes.about}>{props.about}</div>
      </div>
      <span>
        {resolvedAt
          ? t('unstarted.resolved', {
              time: <RelativeTime value={resolvedAt} />,
            })
          : t('unstarted.ongoing', {
              time: <RelativeTime value={startedAt} />,
            })}
      </span>
      <span>{props.due}</span>
      <span className={classes.action}>{props.action}</span>
    </li>
  );
}
