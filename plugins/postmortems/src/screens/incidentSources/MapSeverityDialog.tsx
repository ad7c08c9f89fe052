import { useState } from 'react';
import { useSend } from '../../data/mutations';
import { useTexts } from '../../texts/useTexts';
import { FormDialog } from '../../ui/dialogs/FormDialog';
import { useRequest } from '../../ui/feedback/useRequest';
import { SeverityField } from '../../ui/fields/SeverityField';

/** Maps a source's severity to one of the configured severities. */
export function MapSeverityDialog(props: {
  source: string;
  sourceTitle: string;
  word: string;
  onClose: () => void;
}) {
  const { source, sourceTitle, word, onClose } = props;
  const { t } = useTexts();
  const send = useSend();
  const { run, busy, error } = useRequest();
  const [severity, setSeverity] = useState('');

  async function confirm() {
    const done = await run(() =>
      send('putIncidentMapping', {
        query: { source, kind: 'severity', word },
        body: { severity },
      }),
    );
    if (done) onClose();
  }

  return (
    <FormDialog
      title={t('incidentSources.severities.mapTitle', {
        severity: word,
        source: sourceTitle,
      })}
      confirm={t('incidentSources.map.confirm')}
      busy={busy}
      disabled={!severity}
      error={error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <SeverityField
        value={severity}
        onChange={setSeverity}
        helperText={t('incidentSources.map.text')}
      />
    </FormDialog>
  );
}
