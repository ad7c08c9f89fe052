import Alert from '@material-ui/lab/Alert';
import { usePolicy } from '../../../data/usePolicy';
import { useTexts } from '../../../texts/useTexts';
import { DateLabel } from '../../../ui/dates/DateLabel';
import { useNow } from '../../../ui/dates/useNow';
import { useDocument } from '../../useDocument';
import { isAfterDeadline } from './meeting';

/** Warns if the meeting is scheduled for after the deadline, and suggests what to do. */
export function LateMeeting(props: { scheduledFor?: string }) {
  const { scheduledFor } = props;
  const { t } = useTexts();
  const { postmortem } = useDocument();
  const { dueAt } = postmortem;
  const now = useNow();
  const policy =
    usePolicy()?.policy.satisfiedBy === 'meeting-held' ? 'held' : 'published';

  if (!dueAt || !isAfterDeadline(postmortem, scheduledFor)) return null;
  const deadline = Date.parse(dueAt) < now ? 'passed' : 'ahead';
  return (
    <Alert severity="warning">
      {t(`meeting.afterDeadline.${policy}.${deadline}`, {
        date: <DateLabel value={dueAt} zone={postmortem.timeZone} />,
      })}
    </Alert>
  );
}
