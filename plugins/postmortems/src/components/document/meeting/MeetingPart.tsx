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
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../../translation';
import { SubtleText, useNow, usePolicy } from '../../shared';
import { FrozenDocument } from '../dialogs/FrozenDocument';
import { useDocument } from '../hooks/useDocument';
import { isEmptyPart } from '../model/outline';
import { DocumentPart } from '../sections/DocumentPart';
import { AddToCalendar } from './AddToCalendar';
import { Agenda } from './Agenda';
import { CallOffDialog } from './CallOffDialog';
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

const dialogs = { plan: PlanDialog, held: HeldDialog, callOff: CallOffDialog };

/** The meeting that goes through the postmortem: its plan, its agenda, and that it was held. */
export function MeetingPart() {
  const classes = useStyles();
  const { t } = useTexts();
  const { postmortem, canEdit, editing } = useDocument();
  const { meeting } = postmortem;
  const needsMeeting = usePolicy()?.policy.satisfiedBy === 'meeting-held';
  const now = useNow();
  const [open, setOpen] = useState<keyof typeof dialogs>();
  const Dialog = open && dialogs[open];

  if (isEmptyPart(postmortem, 'meeting') && !editing) return null;
  const held = meeting?.heldAt !== undefined;
  const scheduledFor = held ? undefined : meeting?.scheduledFor;
  const passed = scheduledFor !== undefined && Date.parse(scheduledFor) < now;
  const isAhead = scheduledFor !== undefined && !passed;
  const heldLabel = meeting ? 'meeting.markHeld' : 'meeting.markHeldUnplanned';

  /** Each stays where it is as its words change, so that the keyboard finds back to it. */
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
            t(meeting ? 'meeting.change' : 'meeting.plan'),
            !passed,
          )}
        {canEdit &&
          button('held', t(held ? 'meeting.correct' : heldLabel), passed)}
        {isAhead && <AddToCalendar />}
        {canEdit && meeting && !held && button('callOff', t('meeting.callOff'))}
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
