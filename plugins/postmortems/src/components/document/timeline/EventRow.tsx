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

import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { DateTime } from 'luxon';
import type { ReactNode } from 'react';
import type { TimelineEvent } from 'backstage-plugin-postmortems-common';
import { useLocale, useTexts } from '../../../translation';
import { TimeTooltip, subtleColor, useTimeWords } from '../../shared';
import { CommentMarker } from '../comments/CommentMarker';
import { revealMarker } from '../comments/quietMarker';
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

/** One event of the timeline: when, how long into the incident, and what. */
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
