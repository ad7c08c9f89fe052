import { useCallback, useState } from 'react';
import Collapse from '@material-ui/core/Collapse';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../texts/useTexts';
import { TextButton } from '../../ui/controls/TextButton';
import { DateLabel } from '../../ui/dates/DateLabel';
import { DeadlineSentence } from '../../ui/deadline/DeadlineSentence';
import { ComplianceStatusLabel } from '../../ui/labels/ComplianceStatusLabel';
import { SnoozeNote } from '../snooze/SnoozeNote';
import { useDocument } from '../useDocument';
import { Card } from './Card';
import { CountedDays } from './CountedDays';
import { DeadlineMoves } from './DeadlineMoves';
import { Exceptions } from './Exceptions';

const useStyles = makeStyles(theme => ({
  how: { marginRight: theme.spacing(1.5) },
}));

/** Compliance status and deadline, with an expandable explanation. */
export function DeadlineCard() {
  const classes = useStyles();
  const { t } = useTexts();
  const { postmortem } = useDocument();
  const {
    deadline,
    complianceStatus,
    publishedAt,
    governingSeverity,
    exceptions,
  } = postmortem;
  const [open, setOpen] = useState(false);
  // If there are exceptions, the changes to the deadline are shown at first. `if-any` hides them
  // again if there are none, because not every exception moves the deadline.
  const [showMoves, setShowMoves] = useState<boolean | 'if-any'>(
    exceptions > 0 && 'if-any',
  );
  const hideMoves = useCallback(() => setShowMoves(false), []);

  return (
    <Card
      label={t('document.deadline.title')}
      title={<ComplianceStatusLabel postmortem={postmortem} />}
      aside={
        publishedAt &&
        t('document.deadline.published', {
          date: <DateLabel value={publishedAt} />,
        })
      }
    >
      <Typography variant="body2">
        {deadline ? (
          <DeadlineSentence
            deadline={deadline}
            severityHistory={postmortem.severityHistory}
          />
        ) : (
          t(
            complianceStatus === 'pending'
              ? 'document.deadline.pending'
              : 'document.deadline.none',
            { severity: governingSeverity },
          )
        )}{' '}
        {deadline && (
          <TextButton
            className={classes.how}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {t(open ? 'document.deadline.hide' : 'document.deadline.show')}
          </TextButton>
        )}{' '}
        {(deadline || exceptions > 0) && (
          <TextButton
            className={classes.how}
            aria-expanded={Boolean(showMoves)}
            onClick={() => setShowMoves(!showMoves)}
          >
            {t(showMoves ? 'document.moves.hide' : 'document.moves.show')}
          </TextButton>
        )}
      </Typography>
      <Exceptions />
      {showMoves && (
        <DeadlineMoves
          onNone={showMoves === 'if-any' ? hideMoves : undefined}
        />
      )}
      <SnoozeNote />
      {deadline && (
        <Collapse in={open} mountOnEnter>
          <CountedDays deadline={deadline} />
        </Collapse>
      )}
    </Card>
  );
}
