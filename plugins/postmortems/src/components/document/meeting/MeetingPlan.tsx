/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { Fragment } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import CheckCircleIcon from '@material-ui/icons/CheckCircle';
import { Link } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { DateTime } from 'luxon';
import type { Meeting } from 'backstage-plugin-postmortems-common';
import { useLocale, useTexts } from '../../../translation';
import {
  RelativeTime,
  SubtleText,
  TimeTooltip,
  statusColors,
  subtleColor,
} from '../../shared';

const useStyles = makeStyles(theme => ({
  held: {
    fontSize: theme.typography.pxToRem(18),
    verticalAlign: 'text-bottom',
    color: statusColors(theme.palette.type).met,
  },
  subtle: { color: subtleColor(theme) },
  // Within text, color alone would not tell a link.
  link: { textDecoration: 'underline' },
}));

/** When the meeting is or was, where, and who comes. */
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
