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
import Button from '@material-ui/core/Button';
import EventIcon from '@material-ui/icons/Event';
import { useApi } from '@backstage/core-plugin-api';
import { postmortemsApiRef } from '../../../api';
import { useTexts } from '../../../translation';
import { errorText, saveFile } from '../../shared';
import { useDocument } from '../hooks/useDocument';

/** Saves the plan as a file that calendars take. A plain link could not tell who asks. */
export function AddToCalendar() {
  const { t } = useTexts();
  const api = useApi(postmortemsApiRef);
  const { id } = useDocument().postmortem;
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();

  async function download() {
    setBusy(true);
    setError(undefined);
    try {
      const calendar = await api.getMeetingCalendar({ params: { id } });
      saveFile(`${id}.ics`, calendar, 'text/calendar;charset=utf-8');
    } catch (thrown) {
      setError(errorText(thrown as Error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <>
      <Button
        size="small"
        color="primary"
        startIcon={<EventIcon />}
        disabled={busy}
        onClick={download}
      >
        {t('meeting.addToCalendar')}
      </Button>
      {error && (
        <span role="alert">
          {t('meeting.calendarFailed', { message: error })}
        </span>
      )}
    </>
  );
}
