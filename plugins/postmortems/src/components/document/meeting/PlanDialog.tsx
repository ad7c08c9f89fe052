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
import { makeStyles } from '@material-ui/core/styles';
import { LIMITS } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../translation';
import { SubtleText } from '../../shared';
import { FormDialog } from '../dialogs/FormDialog';
import { FormField } from '../fields/FormField';
import { PeoplePicker } from '../fields/PeoplePicker';
import { TimeField } from '../fields/TimeField';
import { localZone } from '../fields/localTime';
import { useDocument } from '../hooks/useDocument';
import { participantsOf, planOf } from '../model/meeting';
import { LateMeeting } from './LateMeeting';
import { useMeeting } from './useMeeting';

const USUAL_MINUTES = 60;

const useStyles = makeStyles(theme => ({
  when: {
    display: 'grid',
    gridTemplateColumns: '2fr 1fr',
    gap: theme.spacing(2),
    [theme.breakpoints.down('xs')]: { gridTemplateColumns: '1fr' },
  },
}));

/** Plans the meeting, or changes its plan. */
export function PlanDialog(props: { onClose: () => void }) {
  const { onClose } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const { postmortem } = useDocument();
  const { save, busy, errors } = useMeeting();
  const [plan, setPlan] = useState(() => {
    const known = planOf(postmortem);
    return {
      ...known,
      durationMinutes: String(known.durationMinutes ?? USUAL_MINUTES),
      url: known.url ?? '',
      attendeeRefs: known.attendeeRefs ?? participantsOf(postmortem),
    };
  });

  async function confirm() {
    const done = await save({
      ...plan,
      durationMinutes: Number(plan.durationMinutes),
      url: plan.url.trim() || undefined,
    });
    if (done) onClose();
  }

  return (
    <FormDialog
      title={t('meeting.planTitle', { id: postmortem.id })}
      confirm={t('document.dialog.save')}
      busy={busy}
      disabled={!plan.scheduledFor}
      error={errors['']}
      onConfirm={confirm}
      onClose={onClose}
    >
      <SubtleText>{t('fields.zone', { zone: localZone() })}</SubtleText>
      <div className={classes.when}>
        <TimeField
          label={t('meeting.scheduledFor')}
          value={plan.scheduledFor}
          onChange={scheduledFor => setPlan({ ...plan, scheduledFor })}
          error={errors.scheduledFor}
          required
          initialFocus
        />
        <FormField
          type="number"
          label={t('meeting.durationMinutes')}
          value={plan.durationMinutes}
          onChange={event =>
            setPlan({ ...plan, durationMinutes: event.target.value })
          }
          error={errors.durationMinutes}
          inputProps={{ min: 5, max: 600, step: 5 }}
        />
      </div>
      <LateMeeting scheduledFor={plan.scheduledFor} />
      <FormField
        type="url"
        label={t('meeting.url')}
        value={plan.url}
        onChange={event => setPlan({ ...plan, url: event.target.value })}
        error={errors.url}
        placeholder="https://"
        inputProps={{ maxLength: LIMITS.url }}
      />
      <PeoplePicker
        label={t('meeting.attendees')}
        value={plan.attendeeRefs}
        onChange={attendeeRefs => setPlan({ ...plan, attendeeRefs })}
        error={errors.attendeeRefs}
        teamRefs={postmortem.teamRefs}
      />
    </FormDialog>
  );
}
