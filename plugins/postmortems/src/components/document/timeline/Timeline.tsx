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

import { useCallback, useState } from 'react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import AddIcon from '@material-ui/icons/Add';
import Alert from '@material-ui/lab/Alert';
import { useApi } from '@backstage/core-plugin-api';
import { DateTime } from 'luxon';
import type { TimelineEvent } from 'backstage-plugin-postmortems-common';
import { postmortemsApiRef } from '../../../api';
import { useLocale, useTexts } from '../../../translation';
import { SubtleText, subtleColor } from '../../shared';
import { useDocument } from '../hooks/useDocument';
import { ItemActions } from '../items/ItemActions';
import { useRemoveItem } from '../items/useRemoveItem';
import { withEvent, withoutEvent } from '../model/items';
import { DocumentPart } from '../sections/DocumentPart';
import { EventForm } from './EventForm';
import { EventRow } from './EventRow';
import { Milestones } from './Milestones';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  day: {
    marginTop: theme.spacing(1.5),
    color: subtleColor(theme),
  },
}));

/** The day of an event where it is another than that of the event before. */
function newDayOf(
  event: TimelineEvent,
  before: TimelineEvent | undefined,
  locale: string | undefined,
) {
  const day = DateTime.fromISO(event.occurredAt);
  const same =
    before && day.hasSame(DateTime.fromISO(before.occurredAt), 'day');
  return same
    ? undefined
    : day.toLocaleString(DateTime.DATE_MED_WITH_WEEKDAY, { locale });
}

/** The course of the incident: its turning points, then what happened, event by event. */
export function Timeline() {
  const classes = useStyles();
  const { t } = useTexts();
  const locale = useLocale();
  const api = useApi(postmortemsApiRef);
  const { postmortem, apply, writing } = useDocument();
  const { id, timeline, startedAt } = postmortem;
  // The event being changed, or 'new'.
  const [open, setOpen] = useState<string>();
  const lastAt = timeline[timeline.length - 1]?.occurredAt ?? startedAt;

  const { remove, error } = useRemoveItem<TimelineEvent>({
    remove: event =>
      api.removeTimelineEvent({
        params: { id, itemId: event.id },
        ifMatch: event.revision,
      }),
    show: event => apply(current => withEvent(current, event)),
    hide: event => apply(current => withoutEvent(current, event.id)),
  });
  const close = useCallback(() => setOpen(undefined), []);

  return (
    <DocumentPart partKey="timeline" level={3}>
      <Milestones postmortem={postmortem} />
      {timeline.length === 0 && !writing && (
        <SubtleText>{t('document.timeline.empty')}</SubtleText>
      )}
      <ol className={classes.list} aria-label={t('document.timeline.events')}>
        {timeline.map((event, index) => {
          const day = newDayOf(event, timeline[index - 1], locale);
          return (
            <li key={event.id} id={`timeline/${event.id}`}>
              {day && (
                <Typography variant="overline" className={classes.day}>
                  {day}
                </Typography>
              )}
              {open === event.id ? (
                <EventForm event={event} lastAt={lastAt} onClose={close} />
              ) : (
                <EventRow
                  event={event}
                  startedAt={startedAt}
                  actions={
                    writing && (
                      <ItemActions
                        name={event.text}
                        onEdit={() => setOpen(event.id)}
                        onRemove={() => remove(event)}
                      />
                    )
                  }
                />
              )}
            </li>
          );
        })}
      </ol>
      {error && <Alert severity="error">{error}</Alert>}
      {open === 'new' && <EventForm lastAt={lastAt} onClose={close} />}
      {writing && open !== 'new' && (
        <Button
          size="small"
          color="primary"
          startIcon={<AddIcon />}
          onClick={() => setOpen('new')}
        >
          {t('document.timeline.add')}
        </Button>
      )}
    </DocumentPart>
  );
}
