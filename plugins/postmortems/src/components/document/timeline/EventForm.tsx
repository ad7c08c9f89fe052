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

import { useEffect, useRef } from 'react';
import MenuItem from '@material-ui/core/MenuItem';
import { makeStyles } from '@material-ui/core/styles';
import { useApi } from '@backstage/core-plugin-api';
import { DateTime } from 'luxon';
import {
  LIMITS,
  timelineEventKindSchema,
} from 'backstage-plugin-postmortems-common';
import type {
  TimelineEvent,
  TimelineEventKind,
} from 'backstage-plugin-postmortems-common';
import { postmortemsApiRef } from '../../../api';
import { useLocale, useTexts } from '../../../translation';
import { TimeField } from '../fields/TimeField';
import { useDocument } from '../hooks/useDocument';
import { ItemFormFrame } from '../items/ItemFormFrame';
import { useItemForm } from '../items/useItemForm';
import { withEvent } from '../model/items';
import { linkOf, valuesOfEvent, valuesOfNext } from './eventValues';
import type { EventValues } from './eventValues';
import { FormField } from '../fields/FormField';

const useStyles = makeStyles(theme => ({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'minmax(12rem, 14rem) minmax(8rem, 10rem) 1fr',
    gap: theme.spacing(1.5),
    [theme.breakpoints.down('xs')]: { gridTemplateColumns: '1fr' },
  },
  text: { gridColumn: '1 / -1' },
}));

/** Writes an event: one that is there, or the next, and then the one after that. */
export function EventForm(props: {
  event?: TimelineEvent;
  /** What the time of a new event begins with. */
  lastAt: string;
  onClose: () => void;
}) {
  const { event, lastAt, onClose } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const locale = useLocale();
  const api = useApi(postmortemsApiRef);
  const { postmortem, apply } = useDocument();
  const { id } = postmortem;
  const textField = useRef<HTMLTextAreaElement>(null);

  const form = useItemForm<TimelineEvent, EventValues>({
    item: event,
    initial: event ? valuesOfEvent(event) : valuesOfNext(lastAt),
    valuesOf: valuesOfEvent,
    show: shown => apply(current => withEvent(current, shown)),
    send: (values, onto) => {
      const link = linkOf(values, onto);
      const body = {
        occurredAt: values.occurredAt ?? lastAt,
        kind: values.kind,
        text: values.text,
      };
      return onto
        ? api.updateTimelineEvent({
            params: { id, itemId: onto.id },
            body: { ...body, link: link ?? null },
            ifMatch: onto.revision,
          })
        : api.addTimelineEvent({ params: { id }, body: { ...body, link } });
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
        <FormField
          select
          label={t('document.timeline.kindLabel')}
          value={values.kind}
          onChange={change =>
            set({ kind: change.target.value as TimelineEventKind })
          }
        >
          {timelineEventKindSchema.options.map(kind => (
            <MenuItem key={kind} value={kind}>
              {t(`document.timeline.kind.${kind}`)}
            </MenuItem>
          ))}
        </FormField>
        <FormField
          type="url"
          label={t('document.timeline.link')}
          value={values.url}
          onChange={change => set({ url: change.target.value })}
          inputProps={{ maxLength: LIMITS.url }}
        />
        <FormField
          className={classes.text}
          label={t('document.timeline.text')}
          value={values.text}
          onChange={change => set({ text: change.target.value })}
          inputRef={textField}
          multiline
          inputProps={{ maxLength: LIMITS.itemMarkdown }}
        />
      </div>
    </ItemFormFrame>
  );
}
