import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { DateTime } from 'luxon';
import type { Postmortem } from 'backstage-plugin-postmortems-common';
import { useLocale } from '../../../texts/useLocale';
import { useTexts } from '../../../texts/useTexts';
import { TimeTooltip } from '../../../ui/dates/TimeTooltip';
import { useTimeWords } from '../../../ui/dates/useTimeWords';
import { subtleColor } from '../../../ui/layout/subtleColor';
import { milestonesOf } from './milestones';

const DOT = 12;
const DAY = { month: 'short', day: 'numeric' } as const;

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    listStyle: 'none',
    margin: theme.spacing(3.5, 0, 3),
    padding: 0,
    [theme.breakpoints.down('xs')]: { flexDirection: 'column' },
  },
  stop: {
    position: 'relative',
    minWidth: '7.5rem',
    paddingTop: theme.spacing(3),
    // Line to the next milestone.
    '&:not(:last-child)::before': {
      content: '""',
      position: 'absolute',
      top: DOT / 2 - 1,
      left: 0,
      right: 0,
      borderTop: `2px solid ${theme.palette.divider}`,
    },
    '&:last-child': { flex: '0 0 auto' },
    [theme.breakpoints.down('xs')]: {
      paddingTop: 0,
      paddingLeft: theme.spacing(3),
      paddingBottom: theme.spacing(2),
      '&:not(:last-child)::before': {
        top: DOT,
        left: DOT / 2 - 1,
        right: 'auto',
        bottom: -theme.spacing(0.5),
        borderTop: 'none',
        borderLeft: `2px solid ${theme.palette.divider}`,
      },
    },
  },
  dot: {
    position: 'absolute',
    top: 0,
    left: 0,
    width: DOT,
    height: DOT,
    borderRadius: '50%',
    border: `2px solid ${theme.palette.primary.main}`,
    backgroundColor: theme.palette.background.paper,
    [theme.breakpoints.down('xs')]: { top: theme.spacing(0.5) },
  },
  last: { backgroundColor: theme.palette.primary.main },
  duration: {
    position: 'absolute',
    top: -theme.spacing(2.25),
    left: DOT,
    right: 0,
    textAlign: 'center',
    whiteSpace: 'nowrap',
    color: subtleColor(theme),
    [theme.breakpoints.down('xs')]: {
      position: 'static',
      display: 'block',
      textAlign: 'left',
    },
  },
  name: { display: 'block', fontWeight: 600 },
  time: { color: subtleColor(theme) },
}));

/** The incident's milestones and the time between them. */
export function Milestones(props: { postmortem: Postmortem }) {
  const { postmortem } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const locale = useLocale();
  const words = useTimeWords();
  const stops = milestonesOf(postmortem);
  const days = new Set(stops.map(({ at }) => DateTime.fromISO(at).toISODate()));
  const format =
    days.size > 1 ? { ...DateTime.TIME_SIMPLE, ...DAY } : DateTime.TIME_SIMPLE;

  return (
    <ol className={classes.root} aria-label={t('document.timeline.milestones')}>
      {stops.map(({ key, at }, index) => {
        const next = stops[index + 1]?.after;
        return (
          <li
            key={key}
            className={classes.stop}
            // Longer intervals are wider, but short ones stay visible.
            style={{ flexGrow: next === undefined ? 0 : Math.sqrt(next) + 1 }}
          >
            <span
              aria-hidden
              className={`${classes.dot} ${
                key === 'resolved' ? classes.last : ''
              }`}
            />
            <Typography variant="body2" component="span">
              <span className={classes.name}>
                {t(`document.timeline.milestone.${key}`)}
              </span>
              <span className={classes.time}>
                <TimeTooltip value={at}>
                  {DateTime.fromISO(at).toLocaleString(format, { locale })}
                </TimeTooltip>
              </span>
            </Typography>
            {next !== undefined && (
              <Typography variant="caption" className={classes.duration}>
                {words.exactly(next)}
              </Typography>
            )}
          </li>
        );
      })}
      {!postmortem.resolvedAt && (
        <li className={classes.stop}>
          <Typography variant="body2" component="span" className={classes.time}>
            {t('document.timeline.ongoing')}
          </Typography>
        </li>
      )}
    </ol>
  );
}
