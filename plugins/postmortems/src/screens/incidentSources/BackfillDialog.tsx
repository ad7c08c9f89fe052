import { useState } from 'react';
import { DateTime } from 'luxon';
import Typography from '@material-ui/core/Typography';
import type { IncidentSourceState } from 'backstage-plugin-postmortems-common';
import { useRequest } from '../../ui/feedback/useRequest';
import { useSend } from '../../data/mutations';
import { useTexts } from '../../texts/useTexts';
import { useNow } from '../../ui/dates/useNow';
import { FormDialog } from '../../ui/dialogs/FormDialog';
import { FormField } from '../../ui/fields/FormField';
import { focusOnMount } from '../../ui/fields/focusOnMount';

/** The default period. */
const USUAL = { months: 3 };

/** Imports past incidents from a source. */
export function BackfillDialog(props: {
  source: IncidentSourceState;
  onClose: () => void;
  /** Called with the first day to fetch, in the viewer's time zone. */
  onAsked: (day: string) => void;
}) {
  const { source, onClose, onAsked } = props;
  const { t } = useTexts();
  const send = useSend();
  const now = DateTime.fromMillis(useNow());
  const [day, setDay] = useState(now.minus(USUAL).toISODate() ?? '');
  const { run, busy, error } = useRequest();
  const since = DateTime.fromISO(day);
  const inFuture = since > now;

  async function confirm() {
    const asked = await run(() =>
      send('requestBackfill', {
        params: { source: source.id },
        body: { since: since.toUTC().toISO()! },
      }),
    );
    if (!asked) return;
    onAsked(day);
    onClose();
  }

  return (
    <FormDialog
      title={t('incidentSources.backfill.title', { source: source.title })}
      confirm={t('incidentSources.backfill.action')}
      busy={busy}
      disabled={!since.isValid || inFuture}
      error={error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Typography>
        {t('incidentSources.backfill.text', { source: source.title })}
      </Typography>
      <FormField
        type="date"
        label={t('incidentSources.backfill.since')}
        value={day}
        onChange={event => setDay(event.target.value)}
        error={inFuture ? t('incidentSources.backfill.future') : undefined}
        inputRef={focusOnMount}
        InputLabelProps={{ shrink: true }}
        required
      />
    </FormDialog>
  );
}
