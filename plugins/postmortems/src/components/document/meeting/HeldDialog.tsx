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
import Typography from '@material-ui/core/Typography';
import { useTexts } from '../../../translation';
import { usePolicy } from '../../shared';
import { FormDialog } from '../dialogs/FormDialog';
import { TimeField } from '../fields/TimeField';
import { localZone } from '../fields/localTime';
import { useDocument } from '../hooks/useDocument';
import { planOf } from '../model/meeting';
import { useMeeting } from './useMeeting';

/** Says when the meeting was held, or takes that back. */
export function HeldDialog(props: { onClose: () => void }) {
  const { onClose } = props;
  const { t } = useTexts();
  const { postmortem } = useDocument();
  const { save, busy, errors } = useMeeting();
  const plan = planOf(postmortem);
  const needsMeeting = usePolicy()?.policy.satisfiedBy === 'meeting-held';
  const [heldAt, setHeldAt] = useState<string | undefined>(
    () => plan.heldAt ?? passed(plan.scheduledFor),
  );

  async function confirm() {
    if (await save({ ...plan, heldAt })) onClose();
  }

  return (
    <FormDialog
      title={t('meeting.heldTitle')}
      confirm={t('document.dialog.save')}
      busy={busy}
      disabled={!heldAt && !plan.heldAt}
      error={errors['']}
      onConfirm={confirm}
      onClose={onClose}
    >
      {needsMeeting && <Typography>{t('meeting.heldText')}</Typography>}
      <TimeField
        label={t('fields.meetingHeldAt')}
        helperText={
          plan.heldAt
            ? t('meeting.heldHelp', { zone: localZone() })
            : localZone()
        }
        value={heldAt}
        onChange={setHeldAt}
        error={errors.meetingHeldAt}
        required={!plan.heldAt}
        initialFocus
      />
    </FormDialog>
  );
}

/** When it was planned for, where that time has come; else now. */
function passed(scheduledFor: string | undefined): string {
  const now = new Date();
  return scheduledFor && Date.parse(scheduledFor) <= now.getTime()
    ? scheduledFor
    : now.toISOString();
}
