import { makeStyles } from '@material-ui/core/styles';
import type { Meeting } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../texts/useTexts';
import { subtleColor } from '../../../ui/layout/subtleColor';
import { isSame } from '../../editor/rebase';
import { HistoryValue } from './HistoryValue';

const FIELDS = [
  'scheduledFor',
  'durationMinutes',
  'url',
  'attendeeRefs',
  'heldAt',
] as const;

const useStyles = makeStyles(theme => ({
  root: { color: subtleColor(theme), overflowWrap: 'anywhere' },
}));

/** The meeting's changed fields. */
export function MeetingChanges(props: { before: unknown; after: unknown }) {
  const before = (props.before ?? {}) as Partial<Meeting>;
  const after = (props.after ?? {}) as Partial<Meeting>;
  const classes = useStyles();
  const { t } = useTexts();
  return (
    <>
      {FIELDS.filter(field => !isSame(before[field], after[field])).map(
        field => (
          <div key={field} className={classes.root}>
            {t(`document.history.meeting.${field}`)}:{' '}
            <HistoryValue value={before[field]} />
            {' → '}
            <HistoryValue value={after[field]} />
          </div>
        ),
      )}
    </>
  );
}
