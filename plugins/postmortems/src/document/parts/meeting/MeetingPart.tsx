import { useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { usePolicy } from '../../../data/usePolicy';
import { useTexts } from '../../../texts/useTexts';
import { Button } from '../../../ui/controls/Button';
import { useNow } from '../../../ui/dates/useNow';
import { SubtleText } from '../../../ui/layout/SubtleText';
import { DocumentPart } from '../../DocumentPart';
import { FrozenDocument } from '../../dialogs/FrozenDocument';
import { isEmptyPart } from '../../parts';
import { useDocument } from '../../useDocument';
import { AddToCalendar } from './AddToCalendar';
import { Agenda } from './Agenda';
import { CancelMeetingDialog } from './CancelMeetingDialog';
import { HeldDialog } from './HeldDialog';
import { LateMeeting } from './LateMeeting';
import { MeetingPlan } from './MeetingPlan';
import { PlanDialog } from './PlanDialog';

const useStyles = makeStyles(theme => ({
  notice: { marginTop: theme.spacing(1) },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1),
    margin: theme.spacing(1, 0),
    '@media print': { display: 'none' },
  },
}));

const dialogs = {
  plan: PlanDialog,
  held: HeldDialog,
  callOff: CancelMeetingDialog,
};

/** The review meeting: its schedule, its agenda, and whether it was held. */
export function MeetingPart() {
  const classes = useStyles();
  const { t } = useTexts();
  const { postmortem, canEdit, editing } = useDocument();
  const { meeting } = postmortem;
  const needsMeeting = usePolicy()?.policy.satisfiedBy === 'meeting-held';
  const now = useNow();
  const [open, setOpen] = useState<keyof typeof dialogs>();
  const Dialog = open && dialogs[open];

  if (isEmptyPart(postmortem, 'meeting') && !editing && !open) return null;
  const held = meeting?.heldAt !== undefined;
  const scheduledFor = held ? undefined : meeting?.scheduledFor;
  const passed = scheduledFor !== undefined && Date.parse(scheduledFor) < now;
  const isAhead = scheduledFor !== undefined && !passed;

  /** A button that stays mounted while its label changes, so that it keeps the focus. */
  function button(name: keyof typeof dialogs, label: string, first = false) {
    return (
      <Button
        size="small"
        color="primary"
        variant={first ? 'outlined' : 'text'}
        onClick={() => setOpen(name)}
      >
        {label}
      </Button>
    );
  }

  return (
    <DocumentPart partKey="meeting" level={3}>
      {meeting ? (
        <MeetingPlan meeting={meeting} />
      ) : (
        <SubtleText>{t('meeting.none')}</SubtleText>
      )}
      {needsMeeting && !held && <SubtleText>{t('meeting.policy')}</SubtleText>}
      {isAhead && (
        <div className={classes.notice}>
          <LateMeeting scheduledFor={scheduledFor} />
        </div>
      )}
      <div className={classes.buttons}>
        {canEdit &&
          !held &&
          button(
            'plan',
            t(meeting ? 'meeting.edit' : 'meeting.schedule'),
            !passed,
          )}
        {canEdit &&
          button(
            'held',
            t(held ? 'meeting.correct' : 'meeting.markHeld'),
            passed,
          )}
        {isAhead && <AddToCalendar />}
        {canEdit && meeting && !held && button('callOff', t('meeting.cancel'))}
      </div>
      {scheduledFor && <Agenda />}
      {Dialog && (
        <FrozenDocument>
          <Dialog onClose={() => setOpen(undefined)} />
        </FrozenDocument>
      )}
    </DocumentPart>
  );
}
