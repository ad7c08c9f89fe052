import { useCallback, useState } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import AddIcon from '@material-ui/icons/Add';
import Alert from '@material-ui/lab/Alert';
import { DateTime } from 'luxon';
import type { TimelineEvent } from 'backstage-plugin-postmortems-common';
import { useSend } from '../../../data/mutations';
import { useLocale } from '../../../texts/useLocale';
import { useTexts } from '../../../texts/useTexts';
import { Button } from '../../../ui/controls/Button';
import { SubtleText } from '../../../ui/layout/SubtleText';
import { subtleColor } from '../../../ui/layout/subtleColor';
import { DocumentPart } from '../../DocumentPart';
import { PartDrafts } from '../../drafts/PartDrafts';
import { ItemActions } from '../../items/ItemActions';
import { useRemoveItem } from '../../items/useRemoveItem';
import { useDocument } from '../../useDocument';
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

/** The day of an event, if it differs from the previous event's. */
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

/** Milestones, then events. */
export function Timeline() {
  const classes = useStyles();
  const { t } = useTexts();
  const locale = useLocale();
  const send = useSend();
  const { postmortem, canWrite, writing, setEditing } = useDocument();
  const { id, timeline, startedAt } = postmortem;
  // Id of the edited event, or 'new'.
  const [open, setOpen] = useState<string>();
  const lastAt = timeline[timeline.length - 1]?.occurredAt ?? startedAt;

  const { remove, error } = useRemoveItem<TimelineEvent>(event =>
    send('removeTimelineEvent', {
      params: { id, itemId: event.id },
      ifMatch: event.revision,
    }),
  );
  const close = useCallback(() => setOpen(undefined), []);
  function resume(item: string) {
    setEditing(true);
    setOpen(item);
  }

  return (
    <DocumentPart partKey="timeline" level={3}>
      <Milestones postmortem={postmortem} />
      <PartDrafts
        prefix="timeline"
        canContinue={item =>
          canWrite &&
          (item === 'new' || timeline.some(({ id: each }) => each === item))
        }
        onContinue={resume}
      />
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
