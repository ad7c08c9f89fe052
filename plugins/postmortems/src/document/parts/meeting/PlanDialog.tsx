import { useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../../texts/useTexts';
import { FormDialog } from '../../../ui/dialogs/FormDialog';
import { FormField } from '../../../ui/fields/FormField';
import { PeoplePicker } from '../../../ui/fields/PeoplePicker';
import { TimeField } from '../../../ui/fields/TimeField';
import { localZone } from '../../../ui/fields/localTime';
import { SubtleText } from '../../../ui/layout/SubtleText';
import { DocumentAccessWarning } from '../../access/AccessWarning';
import { useDocument } from '../../useDocument';
import { LateMeeting } from './LateMeeting';
import { participantsOf, planOf } from './meeting';
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

/** Schedules or changes the meeting. */
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
        limit="url"
      />
      <PeoplePicker
        label={t('meeting.attendees')}
        value={plan.attendeeRefs}
        onChange={attendeeRefs => setPlan({ ...plan, attendeeRefs })}
        error={errors.attendeeRefs}
        teamRefs={postmortem.teamRefs}
      />
      <DocumentAccessWarning refs={plan.attendeeRefs} effect="none" />
    </FormDialog>
  );
}
