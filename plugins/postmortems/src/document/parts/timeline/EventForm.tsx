import { useEffect, useRef } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { DateTime } from 'luxon';
import { timelineEventKindSchema } from 'backstage-plugin-postmortems-common';
import type { TimelineEvent } from 'backstage-plugin-postmortems-common';
import { useSend } from '../../../data/mutations';
import { useLocale } from '../../../texts/useLocale';
import { useTexts } from '../../../texts/useTexts';
import { FormField } from '../../../ui/fields/FormField';
import { SelectField } from '../../../ui/fields/SelectField';
import { TimeField } from '../../../ui/fields/TimeField';
import { ItemFormFrame } from '../../items/ItemFormFrame';
import { useItemForm } from '../../items/useItemForm';
import { useDocument } from '../../useDocument';
import { linkOf, valuesOfEvent, valuesOfNext } from './eventValues';
import type { EventValues } from './eventValues';

const useStyles = makeStyles(theme => ({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'minmax(12rem, 14rem) minmax(8rem, 10rem) 1fr',
    gap: theme.spacing(1.5),
    [theme.breakpoints.down('xs')]: { gridTemplateColumns: '1fr' },
  },
  text: { gridColumn: '1 / -1' },
}));

/** Edits an event, or adds several one after another. */
export function EventForm(props: {
  event?: TimelineEvent;
  /** Initial time for a new event. */
  lastAt: string;
  onClose: () => void;
}) {
  const { event, lastAt, onClose } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const locale = useLocale();
  const send = useSend();
  const { postmortem } = useDocument();
  const { id } = postmortem;
  const textField = useRef<HTMLTextAreaElement>(null);

  const form = useItemForm<TimelineEvent, EventValues>({
    item: event,
    initial: event ? valuesOfEvent(event) : valuesOfNext(lastAt),
    valuesOf: valuesOfEvent,
    draft: {
      part: `timeline/${event?.id ?? 'new'}`,
      textOf: written => [written.text, written.url].join('\n').trim(),
    },
    send: (values, onto) => {
      const link = linkOf(values, onto);
      const body = {
        occurredAt: values.occurredAt ?? lastAt,
        kind: values.kind,
        text: values.text,
      };
      return onto
        ? send('updateTimelineEvent', {
            params: { id, itemId: onto.id },
            body: { ...body, link: link ?? null },
            ifMatch: onto.revision,
          })
        : send('addTimelineEvent', { params: { id }, body: { ...body, link } });
    },
  });
  const { values, set } = form;
  useEffect(() => textField.current?.focus(), []);

  async function submit() {
    if (!(await form.submit())) return;
    if (event) {
      onClose();
    } else {
      form.reset(valuesOfNext(values.occurredAt ?? lastAt));
      textField.current?.focus();
    }
  }

  return (
    <ItemFormFrame
      label={t(event ? 'document.timeline.edit' : 'document.timeline.add')}
      confirm={t(event ? 'document.dialog.save' : 'document.timeline.add')}
      form={form}
      inWords={theirs =>
        `${DateTime.fromISO(theirs.occurredAt ?? '').toLocaleString(
          DateTime.DATETIME_MED,
          { locale },
        )} ${theirs.text}`
      }
      disabled={!values.text.trim() || !values.occurredAt}
      onSubmit={submit}
      onCancel={onClose}
    >
      <div className={classes.fields}>
        <TimeField
          label={t('document.timeline.occurredAt')}
          value={values.occurredAt}
          onChange={occurredAt => set({ occurredAt })}
        />
        <SelectField
          label={t('document.timeline.kindLabel')}
          options={timelineEventKindSchema.options.map(kind => ({
            value: kind,
            label: t(`document.timeline.kind.${kind}`),
          }))}
          value={values.kind}
          onChange={kind => set({ kind })}
        />
        <FormField
          type="url"
          label={t('document.timeline.link')}
          value={values.url}
          onChange={change => set({ url: change.target.value })}
          limit="url"
        />
        <FormField
          className={classes.text}
          label={t('document.timeline.text')}
          value={values.text}
          onChange={change => set({ text: change.target.value })}
          inputRef={textField}
          multiline
          limit="itemMarkdown"
        />
      </div>
    </ItemFormFrame>
  );
}
