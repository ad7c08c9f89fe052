import { Fragment } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import CheckCircleIcon from '@material-ui/icons/CheckCircle';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { DateTime } from 'luxon';
import type { Meeting } from 'backstage-plugin-postmortems-common';
import { useLocale } from '../../../texts/useLocale';
import { useTexts } from '../../../texts/useTexts';
import { RelativeTime } from '../../../ui/dates/RelativeTime';
import { TimeTooltip } from '../../../ui/dates/TimeTooltip';
import { statusColors } from '../../../ui/labels/statusColors';
import { SubtleText } from '../../../ui/layout/SubtleText';
import { subtleColor } from '../../../ui/layout/subtleColor';
import { Link } from '../../../ui/navigation/Link';

const useStyles = makeStyles(theme => ({
  held: {
    fontSize: theme.typography.pxToRem(18),
    verticalAlign: 'text-bottom',
    color: statusColors(theme.palette.type).met,
  },
  subtle: { color: subtleColor(theme) },
  // Links in text must be recognizable by more than their color.
  link: { textDecoration: 'underline' },
}));

/** The meeting's time, place and attendees. */
export function MeetingPlan(props: { meeting: Meeting }) {
  const { scheduledFor, heldAt, url, attendeeRefs } = props.meeting;
  const classes = useStyles();
  const { t } = useTexts();
  const locale = useLocale();

  function when() {
    if (heldAt) {
      return (
        <>
          <CheckCircleIcon className={classes.held} />{' '}
          {t('meeting.held', {
            time: (
              <TimeTooltip value={heldAt}>
                {DateTime.fromISO(heldAt).toLocaleString(
                  DateTime.DATETIME_MED_WITH_WEEKDAY,
                  { locale },
                )}
              </TimeTooltip>
            ),
          })}
        </>
      );
    }
    if (!scheduledFor) return <>{t('meeting.noTime')}</>;
    return (
      <>
        <TimeTooltip value={scheduledFor}>
          {fromTo(scheduledFor, props.meeting.durationMinutes, locale)}
        </TimeTooltip>{' '}
        <span className={classes.subtle}>
          <RelativeTime value={scheduledFor} />
        </span>
      </>
    );
  }

  return (
    <>
      <Typography variant="body2">
        {when()}
        {url && !heldAt && (
          <>
            {' · '}
            <Link to={url} className={classes.link}>
              {t('meeting.join')}
            </Link>
          </>
        )}
      </Typography>
      {attendeeRefs.length > 0 && (
        <SubtleText component="div">
          {t('meeting.with', {
            people: (
              <>
                {attendeeRefs.map((ref, index) => (
                  <Fragment key={ref}>
                    {index > 0 && ', '}
                    <EntityRefLink entityRef={ref} hideIcon />
                  </Fragment>
                ))}
              </>
            ),
          })}
        </SubtleText>
      )}
    </>
  );
}

function fromTo(
  scheduledFor: string,
  minutes: number,
  locale: string | undefined,
): string {
  const start = DateTime.fromISO(scheduledFor);
  const end = start.plus({ minutes });
  return `${start.toLocaleString(DateTime.DATETIME_MED_WITH_WEEKDAY, {
    locale,
  })} – ${end.toLocaleString(
    end.hasSame(start, 'day') ? DateTime.TIME_SIMPLE : DateTime.DATETIME_MED,
    { locale },
  )}`;
}
