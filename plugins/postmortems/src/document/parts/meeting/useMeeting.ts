import { useState } from 'react';
import {
  plainIssues,
  putMeetingSchema,
} from 'backstage-plugin-postmortems-common';
import type { PutMeeting } from 'backstage-plugin-postmortems-common';
import { useSend } from '../../../data/mutations';
import { useLocale } from '../../../texts/useLocale';
import { useTexts } from '../../../texts/useTexts';
import {
  errorsOfIssues,
  errorsOfMessage,
  inWordsOfForm,
} from '../../../ui/fields/fieldErrors';
import type { FieldErrors } from '../../../ui/fields/fieldErrors';
import { useMutation } from '../../dialogs/useMutation';
import { useDocument } from '../../useDocument';

/** Saves the meeting. Errors are keyed by field, with '' for the whole form. */
export function useMeeting(): {
  save: (meeting: PutMeeting) => Promise<boolean>;
  busy: boolean;
  errors: FieldErrors;
} {
  const { t } = useTexts();
  const locale = useLocale();
  const send = useSend();
  const { id, revision } = useDocument().postmortem;
  const { run, busy, error } = useMutation();
  const [invalid, setInvalid] = useState<FieldErrors>({});

  const labels = {
    scheduledFor: t('meeting.scheduledFor'),
    durationMinutes: t('meeting.durationMinutes'),
    url: t('meeting.url'),
    attendeeRefs: t('meeting.attendees'),
    meetingHeldAt: t('fields.meetingHeldAt'),
    startedAt: t('fields.startedAt'),
    reason: t('fields.reason'),
  };
  const errors = error ? errorsOfMessage(error, Object.keys(labels)) : invalid;

  return {
    save: async meeting => {
      const checked = putMeetingSchema.safeParse(meeting, plainIssues);
      setInvalid(checked.success ? {} : errorsOfIssues(checked.error));
      if (!checked.success) return false;
      const saved = await run(() =>
        send('putMeeting', {
          params: { id },
          body: checked.data,
          ifMatch: revision,
        }),
      );
      return saved !== undefined;
    },
    busy,
    errors: Object.fromEntries(
      Object.entries(errors).map(([field, message]) => [
        field,
        inWordsOfForm(message, labels, locale),
      ]),
    ),
  };
}
