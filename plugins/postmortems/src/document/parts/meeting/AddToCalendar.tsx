import EventIcon from '@material-ui/icons/Event';
import { useApi } from '@backstage/core-plugin-api';
import { useRequest } from '../../../ui/feedback/useRequest';
import { postmortemsApiRef } from '../../../data/postmortemsApiRef';
import { useTexts } from '../../../texts/useTexts';
import { Button } from '../../../ui/controls/Button';
import { saveFile } from '../../../ui/csv/saveFile';
import { useDocument } from '../../useDocument';

/** Downloads the calendar entry. A plain link couldn't send the token. */
export function AddToCalendar() {
  const { t } = useTexts();
  const api = useApi(postmortemsApiRef);
  const { id } = useDocument().postmortem;
  const { run, busy, error } = useRequest();

  async function download() {
    const calendar = await run(() =>
      api.getMeetingCalendar({ params: { id } }),
    );
    if (calendar)
      saveFile(`${id}.ics`, calendar, 'text/calendar;charset=utf-8');
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
