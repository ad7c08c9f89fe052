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

import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { putMeetingSchema } from 'backstage-plugin-postmortems-common';
import type { PutMeeting } from 'backstage-plugin-postmortems-common';
import { postmortemsApiRef } from '../../../api';
import { useLocale, useTexts } from '../../../translation';
import { useMutation } from '../dialogs/useMutation';
import {
  errorsOfIssues,
  errorsOfMessage,
  inWordsOfForm,
} from '../fields/fieldErrors';
import type { FieldErrors } from '../fields/fieldErrors';
import { useDocument } from '../hooks/useDocument';

/** Saves the meeting; what is wrong with it stands under the name of its field, or under ''. */
export function useMeeting(): {
  save: (meeting: PutMeeting) => Promise<boolean>;
  busy: boolean;
  errors: FieldErrors;
} {
  const { t } = useTexts();
  const locale = useLocale();
  const api = useApi(postmortemsApiRef);
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
  };
  const errors = error ? errorsOfMessage(error, Object.keys(labels)) : invalid;

  return {
    save: async meeting => {
      const checked = putMeetingSchema.safeParse(meeting);
      setInvalid(checked.success ? {} : errorsOfIssues(checked.error));
      if (!checked.success) return false;
      return run(() =>
        api.putMeeting({
          params: { id },
          body: checked.data,
          ifMatch: revision,
        }),
      );
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
