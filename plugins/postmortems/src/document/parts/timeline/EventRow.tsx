import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { DateTime } from 'luxon';
import type { ReactNode } from 'react';
import type { TimelineEvent } from 'backstage-plugin-postmortems-common';
import { useLocale } from '../../../texts/useLocale';
import { useTexts } from '../../../texts/useTexts';
import { TimeTooltip } from '../../../ui/dates/TimeTooltip';
import { useTimeWords } from '../../../ui/dates/useTimeWords';
import { subtleColor } from '../../../ui/layout/subtleColor';
import { Link } from '../../../ui/navigation/Link';
import { CommentMarker } from '../../comments/CommentMarker';
import { revealMarker } from '../../comments/quietMarker';
import { SectionText } from '../sections/SectionText';
import { eventIcons } from './eventKinds';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: '6rem 1.5rem minmax(0, 1fr) auto',
    alignItems: 'start',
    gap: theme.spacing(1),
    padding: theme.spacing(0.5, 0),
    breakInside: 'avoid',
    ...revealMarker,
    [theme.breakpoints.down('xs')]: {
      gridTemplateColumns: '1.5rem minmax(0, 1fr) auto',
    },
  },
  time: {
    fontVariantNumeric: 'tabular-nums',
    [theme.breakpoints.down('xs')]: { gridColumn: '1 / -1' },
  },
  offset: {
    display: 'block',
    color: subtleColor(theme),
    [theme.breakpoints.down('xs')]: {
      display: 'inline',
      marginLeft: theme.spacing(1),
    },
  },
  icon: {
    marginTop: 2,
    fontSize: theme.typography.pxToRem(18),
    color: subtleColor(theme),
  },
  actions: { display: 'flex', alignItems: 'center' },
  text: { '& p': { margin: 0 }, '& p + p': { marginTop: theme.spacing(1) } },
}));

/** A timeline event: its time, the time since the incident started, and the text. */
export function EventRow(props: {
  event: TimelineEvent;
  startedAt: string;
  actions?: ReactNode;
}) {
  const { event, startedAt, actions } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const locale = useLocale();
  const words = useTimeWords();
  const Icon = eventIcons[event.kind];
  const sinceStart = Date.parse(event.occurredAt) - Date.parse(startedAt);

  return (
    <div className={classes.root}>
      <Typography variant="body2" component="div" className={classes.time}>
        <TimeTooltip value={event.occurredAt}>
          {DateTime.fromISO(event.occurredAt).toLocaleString(
            DateTime.TIME_SIMPLE,
            { locale },
          )}
        </TimeTooltip>
        {sinceStart !== 0 && (
          <Typography variant="caption" className={classes.offset}>
            {sinceStart > 0
              ? t('document.timeline.after', {
                  duration: words.exactly(sinceStart),
                })
              : t('document.timeline.before', {
                  duration: words.exactly(-sinceStart),
                })}
          </Typography>
        )}
      </Typography>
      <Icon
        className={classes.icon}
        titleAccess={t(`document.timeline.kind.${event.kind}`)}
      />
      <div className={classes.text}>
        <SectionText markdown={event.text} headingLevel={3} />
        {event.link && (
          <Typography variant="body2">
            <Link to={event.link.url}>
              {event.link.title ?? event.link.url}
            </Link>
          </Typography>
        )}
      </div>
      <div className={classes.actions}>
        {actions}
        <CommentMarker anchor={`timeline/${event.id}`} />
      </div>
    </div>
  );
}
